package io.retort.run.source;

import io.retort.migration.Migration;
import io.retort.revision.Direction;

/** A migration whose operations stand on lines of a file. */
public interface LinedMigration extends Migration {

    /**
     * The line of the file on which an operation begins; 0 if that is not known.
     *
     * @param operation counts from 0
     */
    int line(Direction direction, int operation);
}
