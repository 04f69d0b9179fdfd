package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.interview.DataStep;
import io.retort.diff.internal.interview.DataStep.Proposal;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.sql.TokenCursor;
import io.retort.operation.ColumnOperation;
import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.Rows;
import io.retort.operation.TableOperation;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The data steps of replaced revisions: what the computed schema does not contain, with a proposal for each. */
final class SquashSteps {

    private static final int HEAD = 24;

    private static final Set<String> VERBS = Set.of("insert", "update", "delete", "merge", "replace", "truncate");

    /** Words between {@code create} and the kind of object. */
    private static final Set<String> MODIFIERS =
            Set.of("or", "replace", "materialized", "force", "recursive", "constraint");

    private static final Set<String> KINDS = Set.of("view", "function", "procedure", "trigger", "alias");

    /** The beginning of the block in which a revision of Retort checks rows on PostgreSQL. */
    private static final String GUARD = "$retort$";

    private static final String COLLIDES =
            " Drop it if it only inserts rows into tables whose rows are kept: those that it inserts are among them.";

    private final Dialect dialect;
    private final Snapshot schema;
    private final List<Step> all;
    private final List<DataStep> steps = new ArrayList<>();

    /** The table of each step on rows, by its name in the squash. */
    private final Map<String, QualifiedName> tables = new HashMap<>();

    private final Map<String, NamedObject> created = new HashMap<>();

    /**
     * An operation with its place.
     *
     * @param revision the id of the revision
     * @param number the number of the operation, from 1
     * @param operation the operation
     * @param inSchema whether the schema contains the effect: that of a custom operation that computes it, or of a
     *     statement whose changes are declared, by itself or by a later one
     */
    record Step(String revision, int number, Operation operation, boolean inSchema) {

        String subject() {
            return revision + ":" + number;
        }
    }

    /**
     * A view, function or trigger.
     *
     * @param kind the kind
     * @param name the name as typed
     */
    record NamedObject(String kind, QualifiedName name) {

        /** The statement that drops it. A trigger goes with its table. */
        String drop() {
            return kind.equals("trigger") ? DataOperation.Execute.NOTHING : "drop " + kind + " " + name;
        }
    }

    /**
     * @param dialect the product
     * @param schema the schema after all revisions
     * @param all the operations of all revisions, in order
     */
    SquashSteps(Dialect dialect, Snapshot schema, List<Step> all) {
        this.dialect = dialect;
        this.schema = schema;
        this.all = List.copyOf(all);
        Set<NamedObject> later = new HashSet<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            int place = i;
            found(this.all.get(i), place, later).ifPresent(step -> steps.add(0, step));
        }
    }

    /** Returns the steps, in order. */
    List<DataStep> steps() {
        return List.copyOf(steps);
    }

    /** Returns the table whose rows a step changes, by its name in the squash; null if the step is about no table. */
    @Nullable
    QualifiedName table(DataStep step) {
        return tables.get(step.subject());
    }

    private Optional<DataStep> found(Step step, int place, Set<NamedObject> later) {
        return step.operation().accept(new OperationVisitor.Selective<Optional<DataStep>>() {

            @Override
            public Optional<DataStep> insert(DataOperation.Insert insert) {
                return Optional.of(rows(step, place, "insert", insert.table()));
            }

            @Override
            public Optional<DataStep> upsert(DataOperation.Upsert upsert) {
                return Optional.of(rows(step, place, "insert", upsert.table()));
            }

            @Override
            public Optional<DataStep> backfill(DataOperation.Backfill backfill) {
                return backfill.isNothing()
                        ? Optional.empty()
                        : Optional.of(rows(step, place, "change", backfill.table()));
            }

            @Override
            public Optional<DataStep> delete(DataOperation.Delete delete) {
                return Optional.of(rows(step, place, "delete", delete.table()));
            }

            @Override
            public Optional<DataStep> execute(DataOperation.Execute execute) {
                return execute.isNothing() ? Optional.empty() : statement(step, place, execute.sql(), later);
            }

            @Override
            public Optional<DataStep> work(DataOperation.Work work) {
                return Optional.of(
                        step(step, Proposal.UNKNOWN, "Java code can do anything. Look at what it does." + COLLIDES));
            }

            @Override
            public Optional<DataStep> custom(CustomOperation operation) {
                return step.inSchema()
                        ? Optional.empty()
                        : Optional.of(step(
                                step,
                                Proposal.UNKNOWN,
                                "An operation of your own. An empty database needs it if it creates something that is"
                                        + " still used." + COLLIDES));
            }

            @Override
            public Optional<DataStep> other(Operation operation) {
                return Optional.empty();
            }
        });
    }

    private static DataStep step(Step step, Proposal proposal, String reason) {
        return new DataStep(step.revision(), step.number(), step.operation(), proposal, reason);
    }

    private DataStep rows(Step step, int place, String verb, QualifiedName table) {
        QualifiedName now = carried(dialect.identifiers().canonical(table), place);
        if (now == null || schema.table(now).isEmpty()) {
            return step(step, Proposal.GONE, "Table " + table + " no longer exists.");
        }
        tables.put(step.subject(), now);
        return verb.equals("insert")
                ? step(step, Proposal.KEEP, "The rows of table " + now + " are kept as the revisions leave them.")
                : step(
                        step,
                        Proposal.DROP,
                        "An empty database has no rows to change, and rows that are kept are already changed.");
    }

    /** Returns the name of a table after the operations that follow; null if it was dropped. */
    private @Nullable QualifiedName carried(QualifiedName table, int place) {
        QualifiedName name = table;
        for (Step later : all.subList(place + 1, all.size())) {
            for (Operation change : later.operation().schemaChanges().orElse(List.of())) {
                if (isDroppedBy(change, name)) {
                    return null;
                }
                name = change.accept(new RenamedTable(name));
            }
        }
        return name;
    }

    private boolean isDroppedBy(Operation change, QualifiedName name) {
        return change instanceof TableOperation.Drop drop && is(drop.name(), name);
    }

    private boolean is(QualifiedName typed, QualifiedName canonical) {
        return dialect.identifiers().canonical(typed).equals(canonical);
    }

    /**
     * Returns whether the changes of the first operation are declared, by itself or, in an SQL file, by a later one. A
     * block of {@code -- means:} belongs to the last statement above it, and those before that declare nothing.
     *
     * @param operations the operation and those that follow it
     * @param hasBlocks whether they come from an SQL file
     */
    static boolean isDeclared(List<Operation> operations, boolean hasBlocks) {
        for (Operation operation : hasBlocks ? operations : operations.subList(0, 1)) {
            if (!(operation instanceof DataOperation.Execute execute) || execute.means() == null) {
                return false;
            }
            if (!execute.means().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private Optional<DataStep> statement(Step step, int place, String sql, Set<NamedObject> later) {
        DataStep asked = asked(step, place, sql, later);
        return step.inSchema() && asked.proposal() == Proposal.UNKNOWN && !VERBS.contains(verb(sql))
                ? Optional.empty()
                : Optional.of(asked);
    }

    private String verb(String sql) {
        return new TokenCursor(sql, dialect.syntax(), HEAD).take().text().toLowerCase(Locale.ROOT);
    }

    private DataStep asked(Step step, int place, String sql, Set<NamedObject> later) {
        TokenCursor cursor = new TokenCursor(sql, dialect.syntax(), HEAD);
        String verb = cursor.take().text().toLowerCase(Locale.ROOT);
        if (VERBS.contains(verb)) {
            QualifiedName table = tableOf(cursor);
            return table == null
                    ? step(step, Proposal.UNKNOWN, "Retort does not read which table the statement changes." + COLLIDES)
                    : rows(step, place, verb.equals("insert") ? "insert" : "change", table);
        }
        if (verb.equals("do") && cursor.peek().text().startsWith(GUARD)) {
            return step(step, Proposal.DROP, "It checks rows before a change, and an empty database has none.");
        }
        NamedObject object = verb.equals("create") || verb.equals("drop") ? named(cursor) : null;
        if (object == null) {
            return step(
                    step,
                    Proposal.UNKNOWN,
                    "Retort does not know what the statement does to an empty database." + COLLIDES);
        }
        NamedObject canonical =
                new NamedObject(object.kind(), dialect.identifiers().canonical(object.name()));
        boolean replaced = !later.add(canonical);
        if (verb.equals("drop") || replaced) {
            return step(
                    step,
                    Proposal.GONE,
                    replaced
                            ? "A later step creates or drops the " + object.kind() + " " + object.name() + " again."
                            : "The squash does not create the " + object.kind() + " " + object.name() + ".");
        }
        created.put(step.subject(), object);
        return step(
                step, Proposal.KEEP, "It is the last definition of the " + object.kind() + " " + object.name() + ".");
    }

    private static @Nullable QualifiedName tableOf(TokenCursor cursor) {
        for (String word : List.of("ignore", "into", "from", "table", "only")) {
            cursor.take(word);
        }
        return cursor.name();
    }

    private static @Nullable NamedObject named(TokenCursor cursor) {
        while (MODIFIERS.contains(cursor.peek().text().toLowerCase(Locale.ROOT))) {
            cursor.take();
        }
        String kind = cursor.take().text().toLowerCase(Locale.ROOT);
        if (!KINDS.contains(kind)) {
            return null;
        }
        cursor.take("if", "not", "exists");
        cursor.take("if", "exists");
        QualifiedName name = cursor.name();
        return name == null ? null : new NamedObject(kind, name);
    }

    /**
     * Returns a kept step as an operation that an empty schema with all tables can run and that can be reversed. It
     * declares no changes, because the schema contains them.
     *
     * @param step the step
     */
    Operation operation(DataStep step) {
        return step.operation().accept(new OperationVisitor.Selective<Operation>() {

            @Override
            public Operation insert(DataOperation.Insert insert) {
                return carried(insert, step);
            }

            @Override
            public Operation upsert(DataOperation.Upsert upsert) {
                return carried(upsert, step);
            }

            @Override
            public Operation execute(DataOperation.Execute execute) {
                NamedObject object = created.get(step.subject());
                String undo = execute.undo() != null
                        ? execute.undo()
                        : object == null ? DataOperation.Execute.NOTHING : object.drop();
                return new DataOperation.Execute(
                        execute.sql(), undo, execute.expectedRows(), execute.means() == null ? null : List.of());
            }

            @Override
            public Operation other(Operation operation) {
                return operation;
            }
        });
    }

    /** An insert with the names that table and columns have in the squash. */
    private Operation carried(DataOperation.Insert insert, DataStep step) {
        Rows rows = carried(new Rows(insert.columns(), insert.rows()), insert.table(), step);
        return new DataOperation.Insert(carried(insert.table(), step), rows.columns(), rows.rows());
    }

    /** The former rows are known: an empty database has those that the earlier steps insert. */
    private Operation carried(DataOperation.Upsert upsert, DataStep step) {
        List<String> key =
                carried(new Rows(upsert.key(), List.of()), upsert.table(), step).columns();
        if (key.size() < upsert.key().size()) {
            throw new RetortException(
                    "Step " + step.subject() + " inserts rows into " + upsert.table() + " by the key " + upsert.key()
                            + ", of which a later revision drops a column.",
                    Advice.of("Drop the step: ", Advice.option("drop", step.subject()), "."));
        }
        Rows before = upsert.before();
        return new DataOperation.Upsert(
                carried(upsert.table(), step),
                key,
                before == null ? Rows.NONE : carried(before, upsert.table(), step),
                carried(upsert.after(), upsert.table(), step));
    }

    private QualifiedName carried(QualifiedName table, DataStep step) {
        QualifiedName name = carried(dialect.identifiers().canonical(table), place(step));
        return name == null ? table : name;
    }

    /** Rows with the names that the columns have in the squash. A column that was dropped is left out. */
    private Rows carried(Rows rows, QualifiedName table, DataStep step) {
        QualifiedName name = dialect.identifiers().canonical(table);
        List<@Nullable String> columns = new ArrayList<>(rows.columns());
        for (Step later : all.subList(place(step) + 1, all.size())) {
            for (Operation change : later.operation().schemaChanges().orElse(List.of())) {
                carry(change, name, columns);
                name = change.accept(new RenamedTable(name));
            }
        }
        List<String> names = new ArrayList<>();
        List<List<@Nullable Object>> values = new ArrayList<>();
        rows.rows().forEach(row -> values.add(new ArrayList<>()));
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            if (column != null) {
                names.add(column);
                for (int j = 0; j < values.size(); j++) {
                    values.get(j).add(rows.rows().get(j).get(i));
                }
            }
        }
        return new Rows(names, values);
    }

    private int place(DataStep step) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).subject().equals(step.subject())) {
                return i;
            }
        }
        throw new IllegalArgumentException(step.subject());
    }

    private void carry(Operation change, QualifiedName table, List<@Nullable String> columns) {
        change.accept(new OperationVisitor.Selective<Boolean>() {

            @Override
            public Boolean renameColumn(ColumnOperation.Rename rename) {
                return set(rename.table(), rename.before(), rename.after());
            }

            @Override
            public Boolean dropColumn(ColumnOperation.Drop drop) {
                return set(drop.table(), drop.name(), null);
            }

            private boolean set(QualifiedName changed, String before, @Nullable String after) {
                for (int i = 0; is(changed, table) && i < columns.size(); i++) {
                    String column = columns.get(i);
                    if (column != null
                            && dialect.identifiers()
                                    .stored(column)
                                    .equals(dialect.identifiers().stored(before))) {
                        columns.set(i, after);
                    }
                }
                return true;
            }

            @Override
            public Boolean other(Operation operation) {
                return false;
            }
        });
    }

    /** The name of a table after an operation. */
    private final class RenamedTable implements OperationVisitor.Selective<QualifiedName> {

        private final QualifiedName name;

        RenamedTable(QualifiedName name) {
            this.name = name;
        }

        @Override
        public QualifiedName renameTable(TableOperation.Rename rename) {
            return is(rename.before(), name) ? dialect.identifiers().canonical(rename.after()) : name;
        }

        @Override
        public QualifiedName other(Operation operation) {
            return name;
        }
    }
}
