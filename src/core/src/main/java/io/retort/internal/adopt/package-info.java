/**
 * The adoption of an existing database: what other migration tools recorded in it, and whether it is what a base revision
 * creates.
 *
 * <p>{@link io.retort.internal.adopt.ForeignHistoryReader} reads the history table of Flyway or Liquibase, and {@link
 * io.retort.internal.adopt.ForeignHistory} is its content as a value, with the mark that a base revision carries. The
 * tables of other tools are only read. {@link io.retort.internal.adopt.Adoption} decides whether a base revision runs, is
 * recorded as applied, or the database is refused. Imports: {@code revision}, {@code schema}, {@code dialect}, {@code
 * error}, {@code internal.state} and {@code internal.checksum}; what runs revisions uses the package, not the reverse.
 */
@NullMarked
package io.retort.internal.adopt;

import org.jspecify.annotations.NullMarked;
