package io.retort.diff.internal.interview;

import io.retort.internal.sql.ColumnReferences;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Index;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds kept columns to the model, with their constraints and indexes. The columns become nullable, because the
 * application no longer writes to them.
 *
 * @param live the table as it is in the database
 * @param names the kept columns
 */
record KeptColumns(Table live, List<String> names) {

    Snapshot in(Snapshot model) {
        return names.isEmpty() ? model : model.mapTable(live.name(), this::in);
    }

    private Table in(Table table) {
        List<Column> columns = new ArrayList<>(table.columns());
        live.columns().stream()
                .filter(column -> names.contains(column.name()))
                .map(this::withoutValues)
                .forEach(columns::add);
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        live.constraints().stream().filter(this::hangsOn).forEach(constraints::add);
        List<Index> indexes = new ArrayList<>(table.indexes());
        live.indexes().stream().filter(this::hangsOn).forEach(indexes::add);
        return table.withColumns(columns).withConstraints(constraints).withIndexes(indexes);
    }

    /** A column that is no longer part of the primary key cannot number rows on every product. */
    private Column withoutValues(Column column) {
        boolean key = live.primaryKey()
                .filter(found -> found.columns().contains(column.name()))
                .isPresent();
        Column plain = key && column.generation() instanceof Generation.Identity ? column.withGeneration(null) : column;
        return plain.defaultValue() == null && plain.generation() == null ? plain.withNullable(true) : plain;
    }

    private boolean hangsOn(Constraint constraint) {
        if (constraint instanceof Unique unique) {
            return unique.columns().stream().anyMatch(names::contains);
        }
        if (constraint instanceof ForeignKey key) {
            return key.columns().stream().anyMatch(names::contains);
        }
        return constraint instanceof Check check
                && names.stream().anyMatch(name -> ColumnReferences.of(name, check.expression()));
    }

    private boolean hangsOn(Index index) {
        return index.parts().stream()
                .anyMatch(part -> part.expression()
                        ? names.stream().anyMatch(name -> ColumnReferences.of(name, part.text()))
                        : names.contains(part.text()));
    }
}
