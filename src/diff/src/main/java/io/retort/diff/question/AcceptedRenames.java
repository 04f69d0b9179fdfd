package io.retort.diff.question;

import io.retort.dialect.Dialect;
import io.retort.internal.sql.ColumnReferences;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.Column;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Generation;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the accepted renames as operations, and the live schema after them. */
final class AcceptedRenames {

    private final Dialect dialect;
    private final Snapshot wanted;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();
    private final Map<String, String> columns = new HashMap<>();
    private Snapshot live;

    /**
     * Starts without renames.
     *
     * @param dialect the dialect of the database
     * @param live the schema of the database
     * @param wanted the model as the database spells it
     */
    public AcceptedRenames(Dialect dialect, Snapshot live, Snapshot wanted) {
        this.dialect = dialect;
        this.live = live;
        this.wanted = wanted;
    }

    /** Returns the live schema after the renames so far. */
    public Snapshot live() {
        return live;
    }

    /** Returns the operations so far, in order. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /**
     * Returns the name that a table still has in the database.
     *
     * @param table the name after the renames
     */
    public QualifiedName original(QualifiedName table) {
        return tables.getOrDefault(table, table);
    }

    /**
     * Returns the name that a column still has in the database.
     *
     * @param table the name of the table after the renames
     * @param column the name of the column after the renames
     */
    public String original(QualifiedName table, String column) {
        return columns.getOrDefault(table + "." + column, column);
    }

    /** Whether a table was renamed. */
    boolean renamed(QualifiedName table) {
        return tables.containsKey(table);
    }

    /** Whether a column of a table was renamed. */
    boolean renamed(QualifiedName table, String column) {
        return columns.containsKey(table + "." + column);
    }

    /** Whether a column is new under a name that another column still has in the database. */
    boolean takesNameOfAnother(QualifiedName table, String column) {
        return !renamed(table, column)
                && columns.entrySet().stream()
                        .anyMatch(rename -> rename.getValue().equals(column)
                                && rename.getKey().startsWith(table + "."));
    }

    /** Renames the columns whose names differ from the model's only in a case that the product ignores. */
    void respell(QualifiedName table) {
        Table model = wanted.table(table).orElseThrow();
        for (Column column : live.table(table).orElseThrow().columns()) {
            if (model.column(column.name()).isEmpty()) {
                model.columns().stream()
                        .map(Column::name)
                        .filter(name -> dialect.identifiers().sameColumn(name, column.name()))
                        .findFirst()
                        .ifPresent(name -> column(table, column.name(), name));
            }
        }
    }

    /** Renames a table and the sequences that are named after it. */
    void table(QualifiedName before, QualifiedName after) {
        note(new TableOperation.Rename(before, after));
        tables.put(after, before);
        new SequenceRenames(this, dialect).follow(before, after);
    }

    /** Renames a column, and adapts the check constraints and generated columns that use it. */
    void column(QualifiedName table, String before, String after) {
        if (!dialect.referencesFollowRenames()) {
            live.table(table).ifPresent(owner -> clear(owner, before));
        }
        note(new ColumnOperation.Rename(table, before, after));
        String original = columns.remove(table + "." + before);
        columns.put(table + "." + after, original == null ? before : original);
    }

    /**
     * Returns the new name of a renamed table if the names of both objects derive from that table's old and new name;
     * otherwise null.
     */
    @Nullable
    String namesake(String gone, String fresh) {
        return tables.entrySet().stream()
                .filter(renamed -> NameWords.plain(gone)
                        .replace(
                                NameWords.plain(renamed.getValue().name()),
                                NameWords.plain(renamed.getKey().name()))
                        .equals(NameWords.plain(fresh)))
                .filter(renamed -> !NameWords.plain(gone).equals(NameWords.plain(fresh)))
                .map(renamed -> renamed.getKey().toString())
                .findFirst()
                .orElse(null);
    }

    /**
     * Renames keys, indexes and check constraints that differ from the model only in their names.
     *
     * @param declared the model with the names that Hibernate gives
     */
    public void followNames(Snapshot declared) {
        new DependentRenames(this, declared, !dialect.referencesFollowRenames()).follow();
    }

    /** Drops the objects that block renaming a column. The comparison then adds them again with the new name. */
    private void clear(Table owner, String column) {
        owner.constraintsOf(Check.class)
                .filter(check -> ColumnReferences.of(column, check.expression()))
                .forEach(check -> note(new ConstraintOperation.Drop(owner.name(), check)));
        owner.columns().stream()
                .filter(computed -> computed.generation() instanceof Generation.Computed generation
                        && ColumnReferences.of(column, generation.expression()))
                .forEach(computed -> note(drop(owner, computed)));
    }

    private static Operation drop(Table owner, Column computed) {
        return new ColumnOperation.Drop(owner.name(), computed.name(), computed);
    }

    /** Adds an operation and applies it to the live schema. */
    void note(Operation operation) {
        operations.add(operation);
        live = operation.applyTo(live);
    }

    Snapshot wanted() {
        return wanted;
    }
}
