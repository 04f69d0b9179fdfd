package io.retort.diff.internal.model;

import io.retort.operation.SequenceOperation.NumberedColumn;
import io.retort.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * The source of an entity's generated identifiers.
 *
 * @param name the sequence, the table that replaces a sequence, or the table of a table generator
 * @param column the identifier column
 * @param increment the allocation size
 * @param segment the entity's row in the table of a table generator; null for a sequence and for a table that replaces
 *     one
 */
public record NumberSource(
        QualifiedName name,
        NumberedColumn column,
        int increment,
        @Nullable Segment segment) {

    /**
     * A row in the table of a table generator.
     *
     * @param keyColumn the column with the names of the rows, as typed
     * @param key the name of this row
     * @param numberColumn the column with the values, as typed
     */
    public record Segment(String keyColumn, String key, String numberColumn) {}
}
