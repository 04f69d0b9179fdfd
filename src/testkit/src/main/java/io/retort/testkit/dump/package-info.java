/**
 * The content of a database in the product's own format: PostgreSQL's catalog, MariaDB's {@code SHOW CREATE}, H2's
 * {@code SCRIPT}.
 *
 * <p>With {@link io.retort.testkit.dump.SchemaDump} a test compares two databases without Retort's own inspection:
 * every line is written by the product. Generated names differ without a reason, so
 * {@link io.retort.testkit.dump.SchemaDump#naming} hides them; nothing else is hidden. This package imports
 * {@code io.retort.testkit}.
 */
@NullMarked
package io.retort.testkit.dump;

import org.jspecify.annotations.NullMarked;
