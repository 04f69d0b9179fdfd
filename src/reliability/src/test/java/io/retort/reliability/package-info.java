/**
 * Reliability tests: many instances at once, killed processes, lost networks, restarted servers, full disks and locked
 * tables.
 *
 * <p>Each test starts JVMs with {@link io.retort.reliability.process.Migrator} and uses real servers. Every build runs
 * a sample, and {@code -Pfull} runs everything. The seed of every random choice is printed.
 */
@NullMarked
package io.retort.reliability;

import org.jspecify.annotations.NullMarked;
