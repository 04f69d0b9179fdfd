package io.retort.diff.internal.inspect;

import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Deferral;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns catalog rows into constraints. */
record ConstraintReader(NameNormalizer spelling) {

    /** Returns primary key, unique constraints, foreign keys and check constraints, each kind sorted by name. */
    List<Constraint> constraints(CatalogRows.Place place, CatalogRows facts) {
        List<Constraint> all = new ArrayList<>();
        facts.constraints(place)
                .forEach(row -> all.add(constraint(row, facts.keyColumns(place, row.needed("CONSTRAINT_NAME")))));
        facts.foreignKeys(place).forEach(columns -> all.add(foreignKey(columns)));
        all.sort(Comparator.comparing(ConstraintReader::sort)
                .thenComparing(constraint -> Objects.requireNonNullElse(constraint.name(), "")));
        return all;
    }

    private static int sort(Constraint constraint) {
        if (constraint instanceof Constraint.PrimaryKey) {
            return 0;
        }
        return constraint instanceof Constraint.Unique ? 1 : constraint instanceof Constraint.ForeignKey ? 2 : 3;
    }

    private Constraint constraint(CatalogRow row, List<CatalogRow> columns) {
        String name = row.needed("CONSTRAINT_NAME");
        String type = row.needed("CONSTRAINT_TYPE");
        return switch (type) {
            case "PRIMARY KEY" -> new Constraint.PrimaryKey(primaryKeyName(name), typed(columns, "COLUMN_NAME"));
            case "UNIQUE" ->
                new Constraint.Unique(
                        spelling.typed(name), typed(columns, "COLUMN_NAME"), row.flag("NULLS_EQUAL"), deferral(row));
            case "CHECK" -> new Constraint.Check(spelling.typed(name), spelling.bare(row.needed("CHECK_TEXT")));
            default -> throw new IllegalStateException("a constraint of an unknown sort: " + row);
        };
    }

    private @Nullable String primaryKeyName(String stored) {
        String name = spelling.quirks().primaryKeyName(stored);
        return name == null ? null : spelling.typed(name);
    }

    private Constraint.ForeignKey foreignKey(List<CatalogRow> columns) {
        CatalogRow first = columns.get(0);
        return new Constraint.ForeignKey(
                spelling.typed(first.needed("CONSTRAINT_NAME")),
                typed(columns, "COLUMN_NAME"),
                spelling.name(first.needed("REFERENCED_SCHEMA"), first.needed("REFERENCED_TABLE")),
                typed(columns, "REFERENCED_COLUMN"),
                spelling.quirks().action(first.needed("DELETE_RULE")),
                spelling.quirks().action(first.needed("UPDATE_RULE")),
                deferral(first));
    }

    private List<String> typed(List<CatalogRow> rows, String label) {
        return rows.stream().map(row -> spelling.typed(row.needed(label))).toList();
    }

    private static Deferral deferral(CatalogRow row) {
        if (!row.flag("IS_DEFERRABLE")) {
            return Deferral.NOT_DEFERRABLE;
        }
        return row.flag("INITIALLY_DEFERRED") ? Deferral.INITIALLY_DEFERRED : Deferral.DEFERRABLE;
    }
}
