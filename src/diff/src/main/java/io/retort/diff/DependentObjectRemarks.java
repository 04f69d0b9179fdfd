package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.inspect.DependentObject;
import io.retort.internal.sql.ColumnReferences;
import io.retort.operation.ColumnOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.Column;
import io.retort.schema.Generation.Computed;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Creates remarks about views, triggers and other dependent objects of the tables and columns that a revision changes.
 * A dependent object can block the operation, stop working without an error, or be dropped together with a column.
 *
 * @param dialect the dialect of the database
 * @param objects the dependent objects of the database
 */
record DependentObjectRemarks(Dialect dialect, List<DependentObject> objects) {

    private static final Set<String> GOING_WITH_COLUMN = Set.of("grants", "statistics", "statistics target", "storage");
    private static final Set<String> GOING_WITH_TABLE = Set.of("trigger", "policy", "rule");

    /** Returns one remark per dependent object and change, in the order of the operations. */
    List<String> on(List<Operation> operations) {
        Set<String> remarks = new LinkedHashSet<>();
        for (Operation operation : operations) {
            changes(operation)
                    .forEach(change -> objects.stream()
                            .filter(object -> isConcerned(object, change))
                            .forEach(object -> remarks.add(remark(object, change))));
        }
        return List.copyOf(remarks);
    }

    /**
     * A change of a table or a column.
     *
     * @param column the column; null for the whole table
     * @param what the verb of the remark, such as {@code drops}
     * @param loses whether grants and statistics, which do not block the operation, are lost too
     */
    private record Change(QualifiedName table, @Nullable String column, String what, boolean loses) {

        String subject() {
            return column == null ? "table " + table : table + "." + column;
        }
    }

    private List<Change> changes(Operation operation) {
        if (operation instanceof TableOperation.Rebuild rebuild) {
            List<Change> changes = new ArrayList<>();
            rebuild.changes().forEach(change -> changes.addAll(changes(change)));
            return changes;
        }
        if (operation instanceof TableOperation.Drop drop) {
            return List.of(new Change(drop.name(), null, "drops", true));
        }
        if (operation instanceof TableOperation.Rename rename) {
            return follows() ? List.of() : List.of(new Change(rename.before(), null, "renames", false));
        }
        if (operation instanceof ColumnOperation.Drop drop) {
            return List.of(new Change(drop.table(), drop.name(), "drops", true));
        }
        if (operation instanceof ColumnOperation.Rename rename) {
            return follows() ? List.of() : List.of(new Change(rename.table(), rename.before(), "renames", false));
        }
        if (operation instanceof ColumnOperation.Alter alter) {
            return altered(alter);
        }
        boolean freezes = dialect.name().equals("hsqldb") && operation instanceof ColumnOperation;
        return freezes ? List.of(new Change(((ColumnOperation) operation).table(), null, "changes", false)) : List.of();
    }

    private List<Change> altered(ColumnOperation.Alter alter) {
        Column before = alter.before();
        Column after = alter.after();
        boolean computed = before.generation() instanceof Computed || after.generation() instanceof Computed;
        if (computed && !Objects.equals(before.generation(), after.generation())) {
            return List.of(new Change(alter.table(), after.name(), "drops and adds again", true));
        }
        boolean type = !before.type().equals(after.type()) || !Objects.equals(before.collation(), after.collation());
        return type || dialect.name().equals("hsqldb")
                ? List.of(new Change(alter.table(), after.name(), "changes", false))
                : List.of();
    }

    /** Whether the database updates views and triggers after a rename. */
    private boolean follows() {
        return dialect.name().equals("postgresql") || dialect.name().equals("sqlite");
    }

    private boolean isConcerned(DependentObject object, Change change) {
        boolean table = object.table()
                .equalsIgnoreCase(dialect.identifiers().stored(change.table().name()));
        if (!table || (!change.loses() && GOING_WITH_COLUMN.contains(object.kind()))) {
            return false;
        }
        if (object.column() != null) {
            return change.column() == null
                    || object.column().equals(dialect.identifiers().stored(change.column()));
        }
        return change.column() == null
                || object.text().equals("*")
                || ColumnReferences.of(change.column(), object.text());
    }

    private String remark(DependentObject object, Change change) {
        String what =
                object.title() + " depends on " + change.subject() + ", which this revision " + change.what() + ": ";
        boolean goes = GOING_WITH_COLUMN.contains(object.kind())
                || change.loses() && change.column() == null && GOING_WITH_TABLE.contains(object.kind());
        if (goes) {
            return what + "the database drops them with it, and the downgrade does not restore them; restore them with"
                    + " op.execute(\"...\")";
        }
        boolean silent = dialect.name().equals("mysql") || dialect.name().equals("mariadb");
        return what
                + (silent
                        ? "the database does not refuse that, and the " + object.kind()
                                + " fails afterwards; create it anew" + " with op.execute(\"...\")"
                        : "the database may refuse that; drop the " + object.kind()
                                + " before and create it again after," + " with op.execute(\"...\")");
    }
}
