package io.retort.diff.model;

import io.retort.operation.NumberedColumn;
import io.retort.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of an entity take their numbers from.
 *
 * @param name the sequence, the table that stands in for one, or the table of a table generator
 * @param column the identifier that gets the numbers
 * @param increment how many numbers are taken at once
 * @param segment the entity's row in the table of a table generator; null for a sequence and what stands in for one
 */
public record NumberSource(
        QualifiedName name,
        NumberedColumn column,
        int increment,
        @Nullable Segment segment) {

    /**
     * A row of a table generator's table.
     *
     * @param keyColumn the column with the names of the rows, as typed
     * @param key the name of this row
     * @param numberColumn the column with the numbers, as typed
     */
    public record Segment(String keyColumn, String key, String numberColumn) {}
}
