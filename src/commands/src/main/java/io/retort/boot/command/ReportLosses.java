package io.retort.boot.command;

import io.retort.dialect.Identifiers;
import io.retort.internal.prepare.LostData;
import io.retort.run.PreparedStep.LossKind;
import io.retort.schema.Constraint.Action;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Describes what a downgrade loses, without a database. */
final class ReportLosses {

    private final Snapshot schema;
    private final Identifiers identifiers;

    /**
     * @param schema the schema that the history produces, for its foreign keys
     * @param identifiers decides which names mean the same table
     */
    ReportLosses(Snapshot schema, Identifiers identifiers) {
        this.schema = schema;
        this.identifiers = identifiers;
    }

    /** A table contains its columns and rows, so that they are not named with it. What is not judged has its own key. */
    List<String> of(List<LostData> all) {
        Set<String> tables = all.stream()
                .filter(lost -> lost.kind() == LossKind.DROPPED_TABLE)
                .map(lost -> String.valueOf(lost.table()))
                .collect(Collectors.toSet());
        Set<String> described = new LinkedHashSet<>();
        for (LostData lost : all) {
            boolean contained = lost.kind() != LossKind.DROPPED_TABLE && tables.contains(lost.table());
            if (lost.kind() != LossKind.NOT_JUDGED && !contained) {
                described.add(lost.describe());
            }
            if (lost.kind() == LossKind.DELETED_ROWS && lost.table() != null) {
                cascades(identifiers.canonical(QualifiedName.parse(lost.table())), tables, described);
            }
        }
        return List.copyOf(described);
    }

    private void cascades(QualifiedName parent, Set<String> dropped, Set<String> described) {
        for (Table child : schema.tables()) {
            boolean follows = child.constraints().stream()
                    .filter(ForeignKey.class::isInstance)
                    .map(ForeignKey.class::cast)
                    .anyMatch(key -> key.onDelete() == Action.CASCADE
                            && identifiers.canonical(key.referencedTable()).equals(parent));
            if (follows
                    && !dropped.contains(child.name().toString())
                    && described.add("rows of table " + child.name())) {
                cascades(identifiers.canonical(child.name()), dropped, described);
            }
        }
    }
}
