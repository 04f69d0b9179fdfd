package io.retort.internal.lint;

import io.retort.internal.lint.rule.TableSize;
import io.retort.schema.QualifiedName;

/** The sizes of the tables of a database. */
@FunctionalInterface
public interface TableSizes {

    /** No size is known, so that every table counts as big. */
    TableSizes UNKNOWN = table -> TableSize.UNKNOWN;

    /**
     * Returns the size of a table; {@link TableSize#UNKNOWN} if it is unknown.
     *
     * @param table the canonical name; without a schema, a table of the current schema
     */
    TableSize of(QualifiedName table);
}
