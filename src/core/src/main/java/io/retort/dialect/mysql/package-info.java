/**
 * MySQL, 8.0 and newer, and MariaDB, 10.6 and newer, which live together because they say nearly everything alike.
 *
 * <p>The two dialects are services. {@code MySqlDdl} is what both say: one {@code modify column} with the complete
 * definition, comments inside it, drops by the sort of constraint. {@code MariaDbDdl} adds sequences. Nothing outside this
 * folder names anything in it. Imports: dialect, operation, schema, error.
 */
@NullMarked
package io.retort.dialect.mysql;

import org.jspecify.annotations.NullMarked;
