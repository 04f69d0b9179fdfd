@org.jspecify.annotations.NullMarked
package io.retort.diff.custom;
