package io.retort.diff.internal.scratch;

import io.retort.schema.Snapshot;
import java.sql.SQLException;

/** The creation of a model in a scratch schema. */
interface ScratchCreation {

    /** Creates the objects. What the database rejects is recorded, and does not end the creation. */
    void run() throws SQLException;

    /** Returns whether the model has composite types. */
    boolean hasCompositeTypes();

    /** Returns the result, with what was not created. */
    Scratch scratch(Snapshot read);
}
