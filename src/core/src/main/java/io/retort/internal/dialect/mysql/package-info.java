/**
 * MySQL, version 8.0 and later, and MariaDB, version 10.6 and later. They share one package because their SQL is nearly
 * the same.
 *
 * <p>Both dialects are services. {@code MySqlDdl} contains their common DDL: {@code modify column} with the complete
 * definition, comments inside definitions, and a drop syntax per kind of constraint. {@code MariaDbDdl} adds sequences.
 * No class outside this package refers to its classes. It imports {@code dialect}, {@code operation}, {@code schema}
 * and {@code error}.
 */
@NullMarked
package io.retort.internal.dialect.mysql;

import org.jspecify.annotations.NullMarked;
