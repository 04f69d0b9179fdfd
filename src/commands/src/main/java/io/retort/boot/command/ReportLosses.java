package io.retort.boot.command;

import io.retort.dialect.Identifiers;
import io.retort.internal.prepare.LostData;
import io.retort.internal.sql.RowSelection;
import io.retort.internal.state.HistorySchema;
import io.retort.internal.state.Origin;
import io.retort.internal.state.SchemaObject;
import io.retort.run.PreparedStep.LossKind;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes what a downgrade loses, without a database. */
final class ReportLosses {

    private final HistorySchema schema;
    private final Identifiers identifiers;

    /**
     * @param schema the schema that the history produces
     * @param identifiers decides which names mean the same table
     */
    ReportLosses(HistorySchema schema, Identifiers identifiers) {
        this.schema = schema;
        this.identifiers = identifiers;
    }

    /** Returns the losses as JSON. A table contains its columns and rows, so that they are not named with it. */
    List<Map<String, Object>> json(List<LostData> all) {
        return of(all).stream().map(this::json).toList();
    }

    private Map<String, Object> json(Loss loss) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", loss.kind().label());
        json.put("table", loss.table());
        json.put("column", loss.column());
        json.put("statement", loss.statement());
        json.put("text", loss.text());
        json.put("created", created(loss).orElse(null));
        return json;
    }

    /** Returns the revision that created a dropped table or column. */
    private Optional<String> created(Loss loss) {
        boolean isDropped = loss.kind() == LossKind.DROPPED_TABLE || loss.kind() == LossKind.DROPPED_COLUMN;
        if (!isDropped || loss.table() == null) {
            return Optional.empty();
        }
        QualifiedName table = identifiers.canonical(QualifiedName.parse(loss.table()));
        SchemaObject object = loss.column() == null
                ? SchemaObject.table(table)
                : SchemaObject.column(table, identifiers.canonical(loss.column()));
        return schema.origin(object).map(Origin::added);
    }

    private List<Loss> of(List<LostData> all) {
        Set<String> tables = all.stream()
                .filter(lost -> lost.kind() == LossKind.DROPPED_TABLE)
                .map(lost -> String.valueOf(lost.table()))
                .collect(Collectors.toSet());
        Set<Loss> losses = new LinkedHashSet<>();
        for (LostData lost : all) {
            if (lost.kind() == LossKind.DROPPED_TABLE || !tables.contains(lost.table())) {
                losses.add(Loss.of(lost));
            }
            if (lost.kind() == LossKind.DELETED_ROWS && lost.table() != null) {
                referencing(identifiers.canonical(QualifiedName.parse(lost.table())), tables, losses);
            }
        }
        return List.copyOf(losses);
    }

    /** Adds what foreign keys delete or overwrite when rows of a table are deleted. */
    private void referencing(QualifiedName parent, Set<String> dropped, Set<Loss> losses) {
        for (Table child : schema.snapshot().tables()) {
            if (dropped.contains(child.name().toString())) {
                continue;
            }
            for (ForeignKey key : keys(child, parent)) {
                String table = child.name().toString();
                switch (key.onDelete()) {
                    case CASCADE -> {
                        if (losses.add(new Loss(LossKind.DELETED_ROWS, table, null, null))) {
                            referencing(identifiers.canonical(child.name()), dropped, losses);
                        }
                    }
                    case SET_NULL, SET_DEFAULT ->
                        key.columns()
                                .forEach(column -> losses.add(new Loss(LossKind.CHANGED_VALUES, table, column, null)));
                    case NO_ACTION, RESTRICT -> {
                        // the database refuses to delete a referenced row
                    }
                }
            }
        }
    }

    private List<ForeignKey> keys(Table child, QualifiedName parent) {
        List<ForeignKey> keys = new ArrayList<>();
        child.constraints().stream()
                .filter(ForeignKey.class::isInstance)
                .map(ForeignKey.class::cast)
                .filter(key -> identifiers.canonical(key.referencedTable()).equals(parent))
                .forEach(keys::add);
        return keys;
    }

    /**
     * A loss without its rows, because no database counts them.
     *
     * @param kind how it is lost
     * @param table the table; null if it is not known
     * @param column the column; null for a whole table, or if it is not known
     * @param statement the statement whose effect is not known; null for the other kinds
     */
    private record Loss(
            LossKind kind,
            @Nullable String table,
            @Nullable String column,
            @Nullable String statement) {

        static Loss of(LostData lost) {
            return new Loss(lost.kind(), lost.table(), lost.column(), lost.statement());
        }

        String text() {
            return new LostData(kind, table, column, RowSelection.UNKNOWN, statement).describe();
        }
    }
}
