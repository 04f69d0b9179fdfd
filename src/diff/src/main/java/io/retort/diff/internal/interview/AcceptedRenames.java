package io.retort.diff.internal.interview;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.compare.Counterparts;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.internal.sql.ColumnReferences;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
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

    /**
     * Renames the tables whose names differ from the model's only in a case that the product ignores.
     *
     * @param given takes the answer that was given in advance for such a table, which needs none
     */
    void respellTables(Consumer<Question> given) {
        if (!dialect.ignoresCaseOfTables()) {
            return;
        }
        for (Table table : live.tables()) {
            if (wanted.table(table.name()).isEmpty()) {
                wanted.tables().stream()
                        .map(Table::name)
                        .filter(name -> live.table(name).isEmpty() && isSpeltAlike(name, table.name()))
                        .findFirst()
                        .ifPresent(name -> {
                            given.accept(respelling(table.name(), name));
                            tableAlone(table.name(), name);
                        });
            }
        }
    }

    private static Question respelling(QualifiedName before, QualifiedName after) {
        return new Question(
                "table-gone",
                before.toString(),
                List.of("Table " + before + " is now spelt " + after + "."),
                List.of(new Choice("r", Verb.RENAME, after.toString(), "rename it", "", false)),
                Optional.of("r"),
                new Answer(Verb.RENAME, after.toString()));
    }

    private static boolean isSpeltAlike(QualifiedName one, QualifiedName other) {
        return Objects.equals(one.schema(), other.schema())
                && Identifier.parse(one.name())
                        .text()
                        .equalsIgnoreCase(Identifier.parse(other.name()).text());
    }

    /** Renames a table and the sequences that are named after it. */
    void table(QualifiedName before, QualifiedName after) {
        tableAlone(before, after);
        new SequenceRenames(this, dialect).follow(before, after);
    }

    /** Renames a table only. */
    void tableAlone(QualifiedName before, QualifiedName after) {
        note(new TableOperation.Rename(before, after));
        QualifiedName original = tables.remove(before);
        tables.put(after, original == null ? before : original);
    }

    /** Whether a table is new under a name that another table still has in the database. */
    boolean takesNameOfAnother(QualifiedName table) {
        return !renamed(table) && tables.containsValue(table);
    }

    Dialect dialect() {
        return dialect;
    }

    /** Renames a column, and adapts the check constraints and generated columns that use it. */
    void column(QualifiedName table, String before, String after) {
        ColumnOperation.Rename rename = new ColumnOperation.Rename(table, before, after);
        Optional<Table> owner = dialect.referencesFollowRenames() ? Optional.empty() : live.table(table);
        owner.ifPresent(found -> clear(found, before));
        note(rename);
        owner.ifPresent(found -> restore(found, before, rename));
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
        new DependentRenames(this, declared).follow();
    }

    /** Drops the objects that block renaming a column. The comparison then adds declared ones again with the new name. */
    private void clear(Table owner, String column) {
        owner.constraintsOf(Check.class)
                .filter(check -> ColumnReferences.of(column, check.expression()))
                .forEach(check -> note(new ConstraintOperation.Drop(owner.name(), check)));
        owner.columns().stream()
                .filter(computed -> isComputedFrom(column, computed))
                .forEach(computed -> note(drop(owner, computed)));
    }

    /** Adds what was dropped for a rename, and what the entities do not declare. */
    private void restore(Table owner, String column, ColumnOperation.Rename rename) {
        Table renamed =
                rename.applyTo(Snapshot.EMPTY.with(owner)).table(owner.name()).orElseThrow();
        Table model = wanted.table(owner.name()).orElse(renamed);
        for (int i = 0; i < owner.columns().size(); i++) {
            Column computed = renamed.columns().get(i);
            if (isComputedFrom(column, owner.columns().get(i))
                    && model.column(computed.name()).isEmpty()) {
                note(new ColumnOperation.Add(owner.name(), computed));
            }
        }
        for (int i = 0; i < owner.constraints().size(); i++) {
            if (owner.constraints().get(i) instanceof Check before
                    && ColumnReferences.of(column, before.expression())
                    && !Counterparts.of(renamed.constraints().get(i), renamed, model)) {
                note(new ConstraintOperation.Add(
                        owner.name(), renamed.constraints().get(i)));
            }
        }
    }

    private static boolean isComputedFrom(String column, Column computed) {
        return computed.generation() instanceof Generation.Computed generation
                && ColumnReferences.of(column, generation.expression());
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
