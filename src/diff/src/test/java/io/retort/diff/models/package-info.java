/** Entities for tests, and the way from them to Hibernate's metadata. Other tests of the module may use them. */
@org.jspecify.annotations.NullMarked
package io.retort.diff.models;
