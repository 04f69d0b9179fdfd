package io.retort.internal.history;

import io.retort.migration.Migration;
import io.retort.revision.Direction;
import io.retort.sql.SqlSyntax;

/**
 * The migration of an SQL file. How it is split into statements depends on the product; without a database it is read
 * with a standard syntax.
 */
public interface SqlMigration extends Migration {

    /** Returns the migration as a database reads it. */
    SqlMigration in(SqlSyntax syntax);

    /**
     * Returns the line of the file on which an operation begins; 0 if unknown.
     *
     * @param direction the part of the file
     * @param operation the index of the operation, from 0
     */
    int line(Direction direction, int operation);
}
