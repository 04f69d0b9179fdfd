package io.retort.diff.internal.scratch;

import io.retort.dialect.Identifiers;
import io.retort.diff.internal.model.Redirection;
import java.util.List;

/** The tables, sequences and types to create in a scratch schema. */
interface ScratchModel {

    /** Returns how the product spells names. */
    Identifiers identifiers();

    /** Returns the schemas that the model uses besides the current one, as typed. */
    List<String> furtherSchemas(String current);

    /**
     * Prepares the creation.
     *
     * @param runner runs the statements
     * @param current the stored name of the current schema
     * @param redirection maps schemas to scratch schemas
     */
    ScratchCreation creation(StatementRunner runner, String current, Redirection redirection);
}
