/** End-to-end tests against an oracle: Hibernate's own {@code create}, read by the database's own tools. */
@org.jspecify.annotations.NullMarked
package io.retort.diff.oracle;
