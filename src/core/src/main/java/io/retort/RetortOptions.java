package io.retort;

import io.retort.run.database.AppliedTable;
import io.retort.schema.QualifiedName;

/**
 * Everything that can be set about Retort itself.
 *
 * @param table what the table of revisions is called, with its schema if that is not the connection's own
 */
public record RetortOptions(QualifiedName table) {

    /** What holds where nothing is set. */
    public static final RetortOptions STANDARD = new RetortOptions(QualifiedName.parse(AppliedTable.DEFAULT_NAME));
}
