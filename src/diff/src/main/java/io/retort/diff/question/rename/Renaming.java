package io.retort.diff.question.rename;

import io.retort.dialect.Dialect;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.operation.rename.Mentions;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The accepted renames as operations, and the live schema as it is behind them. */
public final class Renaming {

    /** Products that do not rename a column which a condition or a computed column mentions. */
    private static final Set<String> STIFF = Set.of("mysql", "mariadb");

    private final Dialect dialect;
    private final Snapshot wanted;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();
    private final Map<String, String> columns = new HashMap<>();
    private Snapshot live;

    /**
     * Before any rename.
     *
     * @param live what the database has
     * @param wanted the model as the database spells it
     */
    public Renaming(Dialect dialect, Snapshot live, Snapshot wanted) {
        this.dialect = dialect;
        this.live = live;
        this.wanted = wanted;
    }

    /** The live schema with everything renamed so far. */
    public Snapshot live() {
        return live;
    }

    /** What is to be done so far, in order. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** What a table is called in the database now. */
    public QualifiedName original(QualifiedName table) {
        return tables.getOrDefault(table, table);
    }

    /** What a column is called in the database now. */
    public String original(QualifiedName table, String column) {
        return columns.getOrDefault(table + "." + column, column);
    }

    /** Whether a table has been renamed. */
    boolean renamed(QualifiedName table) {
        return tables.containsKey(table);
    }

    /** Whether a column of a table has been renamed. */
    boolean renamed(QualifiedName table, String column) {
        return columns.containsKey(table + "." + column);
    }

    /** Renames a table, and the sequences that are called after it. */
    void table(QualifiedName before, QualifiedName after) {
        note(new TableOperation.Rename(before, after));
        tables.put(after, before);
        new Counters(this, dialect).follow(before, after);
    }

    /** Renames a column; conditions and computed columns that mention it follow. */
    void column(QualifiedName table, String before, String after) {
        if (STIFF.contains(dialect.name())) {
            live.table(table).ifPresent(owner -> clear(owner, before));
        }
        note(new ColumnOperation.Rename(table, before, after));
        columns.put(table + "." + after, before);
    }

    /** The table after which a gone thing was called and a new one is, once that table is renamed; null for none. */
    @Nullable
    String namesake(String gone, String fresh) {
        return tables.entrySet().stream()
                .filter(renamed -> Words.plain(gone)
                        .replace(
                                Words.plain(renamed.getValue().name()),
                                Words.plain(renamed.getKey().name()))
                        .equals(Words.plain(fresh)))
                .filter(renamed -> !Words.plain(gone).equals(Words.plain(fresh)))
                .map(renamed -> renamed.getKey().toString())
                .findFirst()
                .orElse(null);
    }

    /** Gives keys, indexes and conditions the names that the entities ask for, where only the name is different now. */
    public void followNames() {
        new Followers(this, STIFF.contains(dialect.name())).follow();
    }

    /** Takes away what holds a column's name; the comparison finds it missing and says it with the new name. */
    private void clear(Table owner, String column) {
        owner.constraintsOf(Check.class)
                .filter(check -> Mentions.of(column, check.expression()))
                .forEach(check -> note(new ConstraintOperation.Drop(owner.name(), check)));
        owner.columns().stream()
                .filter(computed -> computed.generation() instanceof Generation.Computed generation
                        && Mentions.of(column, generation.expression()))
                .forEach(computed -> note(drop(owner, computed)));
    }

    private static Operation drop(Table owner, Column computed) {
        return new ColumnOperation.Drop(owner.name(), computed.name(), computed);
    }

    /** Adds an operation, and takes the live schema behind it. */
    void note(Operation operation) {
        operations.add(operation);
        live = operation.applyTo(live);
    }

    Snapshot wanted() {
        return wanted;
    }
}
