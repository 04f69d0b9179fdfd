/** Entities for tests, and how they become Hibernate's metadata. All tests of the module can use them. */
@org.jspecify.annotations.NullMarked
package io.retort.diff.models;
