package io.retort.operation;

import io.retort.internal.sql.SqlSecrets;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Operations on rows, and SQL or Java code of your own. They do not change the {@link Snapshot}. */
public sealed interface DataOperation extends Operation {

    @Override
    default Optional<QualifiedName> alteredTable() {
        return Optional.empty();
    }

    @Override
    default Snapshot applyTo(Snapshot schema) {
        return schema;
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
            rows = checked(columns, rows);
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
            rows = checked(columns, rows);
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
     * Runs one SQL statement unchanged.
     *
     * @param sql the statement, without a semicolon at its end
     * @param undo the statement of the reverse; null if the operation cannot be reversed, {@link #NOTHING} if nothing needs to be undone
     * @param expectedRows how many rows the statement must change, or {@link Statement.Sql#ANY}
     */
    record Execute(String sql, @Nullable String undo, int expectedRows) implements DataOperation {

        /** Marks an operation that needs no undo, for example the backfill of a column that becomes nullable again. */
        public static final String NOTHING = "";

        /** Returns whether this is the reverse of an operation that needs no undo; it then sends no statement. */
        public boolean isNothing() {
            return sql.equals(NOTHING);
        }

        @Override
        public Optional<Operation> reverse() {
            return Optional.ofNullable(undo).map(back -> new Execute(back, sql, expectedRows));
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
            return expectedRows == Statement.Sql.ANY ? call : call.with(JavaCall.of("expectRows", expectedRows));
        }

        @Override
        public String describe() {
            return "! sql "
                    + SqlSecrets.mask(sql, SqlSyntax.STANDARD, UnaryOperator.identity())
                            .lines()
                            .findFirst()
                            .orElse("");
        }
    }

    /**
     * Runs Java code on the migration's connection.
     *
     * @param name a short description, for plans and messages
     * @param code the code
     * @param undo the code of the reverse; null if the operation cannot be reversed
     */
    record Work(String name, Statement.Work.Code code, Statement.Work.@Nullable Code undo) implements DataOperation {

        @Override
        public Optional<Operation> reverse() {
            return Optional.ofNullable(undo).map(back -> new Work(name, back, code));
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
            return JavaCall.of("work", name, JavaCall.raw("connection -> {}"));
        }

        @Override
        public String describe() {
            return "! work " + name;
        }
    }

    private static List<List<@Nullable Object>> checked(List<String> columns, List<List<@Nullable Object>> rows) {
        List<List<@Nullable Object>> copies = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.size() + " values for " + columns.size() + " columns " + columns);
            }
            copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        return List.copyOf(copies);
    }
}
