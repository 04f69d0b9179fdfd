/**
 * What other migration tools recorded in a database that Retort adopts.
 *
 * <p>{@link io.retort.internal.adopt.ForeignHistoryReader} reads the history table of Flyway or Liquibase, and {@link
 * io.retort.internal.adopt.ForeignHistory} is its content as a value, with the mark that a base revision carries. The
 * tables of other tools are only read. The package imports names, the dialect and the checksum; what runs revisions uses
 * it, not the reverse.
 */
@NullMarked
package io.retort.internal.adopt;

import org.jspecify.annotations.NullMarked;
