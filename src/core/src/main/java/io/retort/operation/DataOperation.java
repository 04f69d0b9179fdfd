package io.retort.operation;

import io.retort.internal.sql.SqlLine;
import io.retort.internal.sql.SqlSecrets;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.sql.SqlSyntax;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Operations on rows, and SQL or Java code of your own. They change the {@link Snapshot} only as far as the revision
 * declares it.
 */
public sealed interface DataOperation extends Operation {

    /** Returns whether this is the reverse of an operation that needs no undo; it then sends no statement. */
    default boolean isNothing() {
        return false;
    }

    @Override
    default Optional<QualifiedName> alteredTable() {
        return Optional.empty();
    }

    @Override
    default Snapshot applyTo(Snapshot schema) {
        return schema;
    }

    @Override
    default Optional<List<Operation>> schemaChanges() {
        return Optional.of(List.of());
    }

    /**
     * Inserts rows.
     *
     * @param table the table
     * @param columns the columns that get values
     * @param rows the values of each row, in the order of the columns: strings, numbers, booleans, {@code java.time}
     *     values, UUIDs, byte arrays or null
     */
    record Insert(QualifiedName table, List<String> columns, List<List<@Nullable Object>> rows)
            implements DataOperation {

        /**
         * Copies and checks the rows.
         *
         * @throws IllegalArgumentException if a row has more or fewer values than there are columns
         */
        public Insert {
            columns = List.copyOf(columns);
            rows = Rows.copy(columns, rows);
        }

        @Override
        public Optional<Operation> reverse() {
            return Optional.of(new Delete(table, columns, rows));
        }

        @Override
        public Optional<QualifiedName> subject() {
            return Optional.of(table);
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.insert(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.insert(this);
        }

        @Override
        public JavaCall java() {
            return SchemaSource.rows("insert", table, columns, rows);
        }

        @Override
        public String describe() {
            return "+ rows in " + table + ": " + rows.size();
        }
    }

    /**
     * Deletes exactly these rows; each of them must exist.
     *
     * @param table the table
     * @param columns the columns that identify the rows
     * @param rows the values of each row, in the order of the columns
     */
    record Delete(QualifiedName table, List<String> columns, List<List<@Nullable Object>> rows)
            implements DataOperation {

        /**
         * Copies and checks the rows.
         *
         * @throws IllegalArgumentException if a row has more or fewer values than there are columns
         */
        public Delete {
            columns = List.copyOf(columns);
            rows = Rows.copy(columns, rows);
        }

        @Override
        public Optional<Operation> reverse() {
            return Optional.of(new Insert(table, columns, rows));
        }

        @Override
        public Optional<QualifiedName> subject() {
            return Optional.of(table);
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.delete(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.delete(this);
        }

        @Override
        public JavaCall java() {
            return SchemaSource.rows("delete", table, columns, rows);
        }

        @Override
        public String describe() {
            return "- rows in " + table + ": " + rows.size();
        }
    }

    /**
     * Inserts rows, or updates those that have the same key. Rows that replace others are the new state of reference data:
     * those that are no longer among them are deleted.
     *
     * @param table the table
     * @param key the columns that identify a row; never empty
     * @param before the rows before the operation, as an earlier revision wrote them; empty if there were none; null if they
     *     are not known, and then the operation has no reverse
     * @param after the rows after the operation
     */
    record Upsert(
            QualifiedName table, List<String> key, @Nullable Rows before, Rows after) implements DataOperation {

        /**
         * Copies and checks the rows.
         *
         * @throws IllegalArgumentException if the key is empty or one of its columns is missing, or if the key of a row
         *     contains null or is that of another row
         */
        public Upsert {
            key = List.copyOf(key);
            if (key.isEmpty()) {
                throw new IllegalArgumentException("the rows of " + table + " have no key");
            }
            requireKey(table, after.only(key));
            if (before != null) {
                requireKey(table, before.only(key));
            }
        }

        private static void requireKey(QualifiedName table, Rows keys) {
            Set<List<@Nullable Object>> seen = new HashSet<>();
            for (List<@Nullable Object> values : keys.rows()) {
                if (values.contains(null)) {
                    throw new IllegalArgumentException(
                            "a row of " + table + " has no value in its key " + keys.columns());
                }
                if (!seen.add(Rows.comparable(values))) {
                    throw new IllegalArgumentException(
                            "two rows of " + table + " have the same key " + keys.columns() + ": " + values);
                }
            }
        }

        /** Returns the keys of the rows that are deleted. */
        public Rows deleted() {
            return before == null ? new Rows(key, List.of()) : before.only(key).without(after.only(key));
        }

        /** Returns the keys of the rows that are inserted or updated. */
        public Rows keys() {
            return after.only(key);
        }

        /** Returns the values of these rows in the columns that are not part of the key. */
        public Rows values() {
            return after.only(after.columnsBut(key));
        }

        /** A row that existed before cannot be distinguished from one that the operation inserted, and must not be deleted. */
        @Override
        public Optional<Operation> reverse() {
            return Optional.ofNullable(before).map(former -> new Upsert(table, key, after, former));
        }

        @Override
        public Optional<QualifiedName> subject() {
            return Optional.of(table);
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return ddl.upsert(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.upsert(this);
        }

        @Override
        public JavaCall java() {
            JavaCall call = JavaCall.of("upsert", table.toString(), JavaCall.of("key", key.toArray()));
            JavaCall former = before == null ? call : call.with(SchemaSource.rows(before));
            return former.with(SchemaSource.rows(after)).onePerLine();
        }

        @Override
        public String describe() {
            int deleted = deleted().rows().size();
            return (after.isEmpty()
                    ? "- rows in " + table + " by key: " + deleted
                    : "~ rows in " + table + " by key: " + after.rows().size()
                            + (deleted == 0 ? "" : ", deleted: " + deleted));
        }
    }

    /**
     * Fills rows in batches by ranges of a key. Each batch is committed with its progress, so that an interrupted backfill
     * continues where it stopped. The revision runs outside a transaction.
     *
     * @param table the table
     * @param fill the values and the condition of the rows; null if nothing needs to be done, as in a reverse without undo
     * @param undo what the reverse fills; null if nothing needs to be undone
     * @param batches how the rows are divided
     */
    record Backfill(
            QualifiedName table,
            @Nullable Fill fill,
            @Nullable Fill undo,
            Batches batches) implements DataOperation {

        @Override
        public boolean isNothing() {
            return fill == null;
        }

        @Override
        public Optional<Operation> reverse() {
            return Optional.of(new Backfill(table, undo, fill, batches));
        }

        @Override
        public Optional<QualifiedName> subject() {
            return Optional.of(table);
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return fill == null ? List.of() : ddl.backfill(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.backfill(this);
        }

        /** A reverse that does nothing is written as a statement without an effect; no revision contains it. */
        @Override
        public JavaCall java() {
            if (fill == null) {
                return JavaCall.of("execute", Execute.NOTHING, Execute.NOTHING);
            }
            JavaCall call = JavaCall.of("backfill", table.toString(), fill.java());
            call = undo == null ? call : call.with(undo.java());
            return batches.equals(Batches.STANDARD) ? call : call.with(batches.java());
        }

        @Override
        public String describe() {
            return fill == null
                    ? "! fill nothing in " + table
                    : "! fill " + SqlLine.of(table + ": " + fill.describe())
                            + (batches.isAfterStart() ? ", after the start" : "");
        }
    }

    /**
     * Runs one SQL statement unchanged.
     *
     * @param sql the statement, without a semicolon at its end
     * @param undo the statement of the reverse; null if the operation cannot be reversed, {@link #NOTHING} if nothing needs to be undone
     * @param expectedRows how many rows the statement must change; null for any number
     * @param means the operations that make the same change to the schema as the statement. They are never sent. Empty
     *     if the statement does not change the schema; null if its effect is not declared
     */
    record Execute(
            String sql,
            @Nullable String undo,
            @Nullable Integer expectedRows,
            @Nullable List<Operation> means) implements DataOperation {

        /** Marks an operation that needs no undo, for example the backfill of a column that becomes nullable again. */
        public static final String NOTHING = "";

        /**
         * Copies and checks the declared effect.
         *
         * @throws IllegalArgumentException if it contains an operation on rows, SQL or Java code
         */
        public Execute {
            means = declared(means);
        }

        /** Creates an operation that can change any number of rows and whose effect on the schema is not declared. */
        public Execute(String sql, @Nullable String undo) {
            this(sql, undo, null, null);
        }

        /** Creates an operation that can change any number of rows. */
        public Execute(String sql, @Nullable String undo, @Nullable List<Operation> means) {
            this(sql, undo, null, means);
        }

        @Override
        public boolean isNothing() {
            return sql.equals(NOTHING);
        }

        @Override
        public Optional<Operation> reverse() {
            return Optional.ofNullable(undo).map(back -> new Execute(back, sql, expectedRows, reversed(means)));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return means == null || isNothing() ? schema : Operation.apply(means, schema);
        }

        @Override
        public Optional<List<Operation>> schemaChanges() {
            return isNothing() ? Optional.of(List.of()) : Optional.ofNullable(means);
        }

        @Override
        public boolean isHandWritten() {
            return true;
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return isNothing() ? List.of() : ddl.execute(this);
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.execute(this);
        }

        @Override
        public JavaCall java() {
            JavaCall call = undo == null ? JavaCall.of("execute", sql) : JavaCall.of("execute", sql, undo);
            call = expectedRows == null ? call : call.with(JavaCall.of("expectRows", expectedRows));
            return means == null ? call : declaring(call, means);
        }

        @Override
        public String describe() {
            return sql.isBlank() && undo != null ? "! sql, when reverted: " + line(undo) : "! sql " + line(sql);
        }

        private static String line(String sql) {
            return SqlLine.of(SqlSecrets.mask(sql, SqlSyntax.STANDARD, UnaryOperator.identity()));
        }
    }

    /**
     * Runs Java code on the migration's connection.
     *
     * @param name a short description, for plans and messages
     * @param code the code
     * @param undo the code of the reverse; null if the operation cannot be reversed
     * @param means the operations that make the same change to the schema as the code. They are never sent. Empty if the
     *     code does not change the schema; null if its effect is not declared
     */
    record Work(
            String name,
            Statement.Work.Code code,
            Statement.Work.@Nullable Code undo,
            @Nullable List<Operation> means) implements DataOperation {

        /**
         * Copies and checks the declared effect.
         *
         * @throws IllegalArgumentException if it contains an operation on rows, SQL or Java code
         */
        public Work {
            means = declared(means);
        }

        /** Creates an operation whose effect on the schema is not declared. */
        public Work(String name, Statement.Work.Code code, Statement.Work.@Nullable Code undo) {
            this(name, code, undo, null);
        }

        @Override
        public Optional<Operation> reverse() {
            return Optional.ofNullable(undo).map(back -> new Work(name, back, code, reversed(means)));
        }

        @Override
        public Snapshot applyTo(Snapshot schema) {
            return means == null ? schema : Operation.apply(means, schema);
        }

        @Override
        public Optional<List<Operation>> schemaChanges() {
            return Optional.ofNullable(means);
        }

        @Override
        public boolean isHandWritten() {
            return true;
        }

        @Override
        public List<Statement> sql(Ddl ddl) {
            return List.of(new Statement.Work(name, code));
        }

        @Override
        public <R> R accept(OperationVisitor<R> visitor) {
            return visitor.work(this);
        }

        /**
         * The code itself cannot be rendered: the call contains the name and an empty lambda for the user to fill in.
         */
        @Override
        public JavaCall java() {
            JavaCall call = JavaCall.of("work", name, JavaCall.raw("connection -> {}"));
            return means == null ? call : declaring(call.with(JavaCall.raw("null")), means);
        }

        @Override
        public String describe() {
            return "! work " + name;
        }
    }

    private static @Nullable List<Operation> declared(@Nullable List<Operation> means) {
        if (means == null) {
            return null;
        }
        for (Operation operation : means) {
            if (operation instanceof DataOperation) {
                throw new IllegalArgumentException(
                        "means declares changes to the schema, and this changes rows or is code: "
                                + operation.describe());
            }
        }
        return List.copyOf(means);
    }

    private static @Nullable List<Operation> reversed(@Nullable List<Operation> means) {
        return means == null ? null : Operation.reverse(means).orElse(null);
    }

    private static JavaCall declaring(JavaCall call, List<Operation> means) {
        List<JavaCall> calls = means.stream().map(Operation::java).toList();
        return call.with(new JavaCall.Block("means", calls)).onePerLine();
    }
}
