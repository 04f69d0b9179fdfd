/**
 * What a database holds, in its own words: PostgreSQL's catalog, MariaDB's {@code SHOW CREATE}, H2's {@code SCRIPT}.
 *
 * <p>A test compares two databases with {@link io.retort.testkit.dump.SchemaDump} and need not trust any reader of ours:
 * every line is text that the product has written. A name that nobody gave differs without a reason, so
 * {@link io.retort.testkit.dump.SchemaDump#naming} hides it; nothing else is hidden. This package imports the testkit's root.
 */
@NullMarked
package io.retort.testkit.dump;

import org.jspecify.annotations.NullMarked;
