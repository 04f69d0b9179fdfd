package io.retort.diff;

import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.internal.state.HistorySchema;
import io.retort.schema.Column;
import io.retort.schema.EnumType;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Objects that both the entities and the database changed since the last revision, each in its own way. The database does not
 * show what a revision has to start from. Found is what can be decided without the database's spelling of the history:
 * missing tables and columns, and other lengths and enum values.
 */
final class ConflictingChanges {

    private final ComparisonContext schemas;
    private final HistorySchema history;
    private final Snapshot model;

    /**
     * @param schemas both sides of the comparison
     * @param history the schema that the revisions produce
     * @param model the schema that the entities declare
     */
    ConflictingChanges(ComparisonContext schemas, HistorySchema history, Snapshot model) {
        this.schemas = schemas;
        this.history = history;
        this.model = model;
    }

    /** Returns one clause for each object. */
    List<String> describe() {
        Snapshot live = schemas.live();
        List<String> changed = new ArrayList<>();
        for (Table made : history.snapshot().tables()) {
            Optional<Table> declared = model.table(made.name()).filter(any -> isCompared(made.name()));
            if (declared.isEmpty() || haveSameColumns(declared.get(), made)) {
                continue;
            }
            Optional<Table> found = live.table(made.name());
            if (found.isEmpty()) {
                changed.add("table " + made.name() + " is missing");
            }
            found.ifPresent(table -> changed.addAll(columns(made, declared.get(), table)));
        }
        for (EnumType made : history.snapshot().enumTypes()) {
            Optional<EnumType> declared = model.enumType(made.name());
            Optional<EnumType> found = live.enumType(made.name());
            if (declared.isPresent() && found.isPresent() && areAllDifferent(made, declared.get(), found.get())) {
                changed.add("type " + made.name() + " has the values "
                        + String.join(", ", found.get().values()));
            }
        }
        return changed;
    }

    private static boolean haveSameColumns(Table one, Table other) {
        return Set.copyOf(one.columns()).equals(Set.copyOf(other.columns()));
    }

    private boolean isCompared(QualifiedName table) {
        return !history.unknown().containsKey(table)
                && (schemas.wanted().table(table).isPresent()
                        || schemas.live().table(table).isPresent());
    }

    private List<String> columns(Table made, Table declared, Table found) {
        List<String> changed = new ArrayList<>();
        for (Column column : made.columns()) {
            Optional<Column> now = declared.column(column.name())
                    .filter(other -> !other.equals(column) && !schemas.ours().excludes(made.name(), column.name()));
            Optional<Column> live = found.column(column.name());
            if (now.isPresent() && live.isEmpty()) {
                changed.add("column " + made.name() + "." + column.name() + " is missing");
            } else if (now.isPresent()
                    && haveOtherArguments(live.get().type(), column.type())
                    && areAllDifferent(
                            column.type(), now.get().type(), live.get().type())) {
                changed.add("column " + made.name() + "." + column.name() + " is "
                        + live.get().type() + " instead of " + column.type());
            }
        }
        return changed;
    }

    /** The same type with other arguments is another one in every spelling. */
    private static boolean haveOtherArguments(SqlType one, SqlType other) {
        return one.kind() == other.kind()
                && one.kind() != SqlType.Kind.OTHER
                && !one.arguments().isEmpty()
                && one.arguments().size() == other.arguments().size()
                && !one.arguments().equals(other.arguments());
    }

    private static <T> boolean areAllDifferent(T made, T declared, T found) {
        return !made.equals(declared) && !made.equals(found) && !declared.equals(found);
    }
}
