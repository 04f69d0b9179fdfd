package io.retort.run.source;

import io.retort.migration.Migration;
import io.retort.revision.Direction;
import io.retort.sql.SqlSyntax;

/**
 * A migration that is an SQL file. Where one statement ends and the next begins depends on the database, so it is taken apart
 * for one at a time; without one it is read as most products would.
 */
public interface SqlMigration extends Migration {

    /** The same file, as a database reads it. */
    SqlMigration in(SqlSyntax syntax);

    /**
     * The line of the file on which an operation begins; 0 if that is not known.
     *
     * @param operation counts from 0
     */
    int line(Direction direction, int operation);
}
