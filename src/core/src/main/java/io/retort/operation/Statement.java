package io.retort.operation;

import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One statement of a migration: SQL text, an update in batches, or Java code that runs on the connection. */
public sealed interface Statement {

    /** Returns whether the statement can run inside a transaction. */
    boolean transactional();

    /** Returns the statement for messages: its SQL, or the name of its Java code. */
    String text();

    /**
     * Returns this statement as SQL text.
     *
     * @throws IllegalStateException if it is an update in batches or Java code
     */
    default Sql requireSql() {
        throw new IllegalStateException("not SQL text: " + text());
    }

    /**
     * Calls the method of a visitor for this kind of statement.
     *
     * @param <R> the result
     * @param <E> what the visitor throws
     * @param visitor handles each kind; never null
     * @return the result of the visitor
     * @throws E if the visitor throws it
     */
    <R, E extends Exception> R accept(Visitor<R, E> visitor) throws E;

    /**
     * Handles each kind of statement.
     *
     * @param <R> the result
     * @param <E> what the methods throw; {@link RuntimeException} for nothing else
     */
    interface Visitor<R, E extends Exception> {

        /** Handles SQL text. */
        R sql(Sql sql) throws E;

        /** Handles an update in batches. */
        R backfill(Backfill backfill) throws E;

        /** Handles Java code. */
        R work(Work work) throws E;
    }

    /**
     * SQL text, without a semicolon at its end.
     *
     * @param text the text
     * @param transactional false if the product refuses the statement inside a transaction
     * @param expectedRows how many rows the statement must change; null for any number
     * @param adaptation changes the text for the connected database; null to send the text unchanged
     */
    record Sql(
            String text,
            boolean transactional,
            @Nullable Integer expectedRows,
            @Nullable Adaptation adaptation) implements Statement {

        /** Creates a statement that runs inside a transaction and can change any number of rows. */
        public Sql(String text) {
            this(text, true, null);
        }

        /** Creates a statement that is sent unchanged. */
        public Sql(String text, boolean transactional, @Nullable Integer expectedRows) {
            this(text, transactional, expectedRows, null);
        }

        /** Returns a copy whose text is adapted to the connected database when it is sent. */
        public Sql adapted(Adaptation how) {
            return new Sql(text, transactional, expectedRows, how);
        }

        /** Returns the text for an SQL file. */
        public String textInFile() {
            return adaptation == null ? text : adaptation.inFile(text);
        }

        /** Returns the text with a semicolon, on a separate line if the last line contains a comment. */
        public String terminated() {
            String last = text.substring(text.lastIndexOf('\n') + 1);
            return text + (last.contains("--") || last.contains("#") ? "\n;" : ";");
        }

        /** Returns a copy that runs outside a transaction. */
        public Sql outsideTransaction() {
            return new Sql(text, false, expectedRows, adaptation);
        }

        @Override
        public Sql requireSql() {
            return this;
        }

        @Override
        public <R, E extends Exception> R accept(Visitor<R, E> visitor) throws E {
            return visitor.sql(this);
        }
    }

    /**
     * Adapts a statement to the connected database, for example to the actual name of a constraint. Plans, scripts and
     * checksums use the unadapted text.
     */
    interface Adaptation {

        /**
         * Returns the text to send; the given text if the database is as the statement expects.
         *
         * @throws SQLException if the database cannot be queried
         */
        String adapt(String text, Connection connection) throws SQLException;

        /**
         * Returns the text for a file of another migration tool, which sends it unchanged.
         *
         * @param text the statement
         * @param before the operations that the file contains before it, in order; the connected database does not have
         *     them yet
         * @param connection a connection to a database in which the tool has run all earlier files
         * @throws SQLException if the database cannot be queried
         */
        default String adaptAfter(List<Operation> before, String text, Connection connection) throws SQLException {
            return text;
        }

        /** Returns the text for an SQL file, marked so that it is adapted again when the file is read. */
        default String inFile(String text) {
            return text;
        }
    }

    /**
     * An {@code update} that runs in batches by ranges of a key. Each batch is a transaction with its journal entry.
     *
     * @param table the table
     * @param set the statement up to its condition: {@code update customer set email = lower(mail)}
     * @param where the condition of the rows that are not filled
     * @param assigned the names of the columns that get values
     * @param batches how the rows are divided
     * @param inScript the SQL that replaces the batches in a script
     */
    record Backfill(QualifiedName table, String set, String where, List<String> assigned, Batches batches, Sql inScript)
            implements Statement {

        public Backfill {
            assigned = List.copyOf(assigned);
        }

        /** Returns a copy that runs where it is, as a part of the upgrade. */
        public Backfill beforeStart() {
            return new Backfill(table, set, where, assigned, batches.beforeStart(), inScript);
        }

        /** Returns the condition in parentheses; a comment in it cannot hide what follows. */
        public String condition() {
            return "(" + Fill.closed(where) + ")";
        }

        /** Returns the whole update as one statement, as plans and the history table show it. */
        @Override
        public String text() {
            return set + " where " + where;
        }

        @Override
        public <R, E extends Exception> R accept(Visitor<R, E> visitor) throws E {
            return visitor.backfill(this);
        }

        /** Returns the whole update as one statement, for a file that cannot contain batches. */
        public Sql whole() {
            return new Sql(set + " where " + Fill.closed(where));
        }

        @Override
        public boolean transactional() {
            return false;
        }
    }

    /**
     * Java code that runs on the connection.
     *
     * @param name a short description, for plans and messages
     * @param code the code
     * @param inScript the SQL that replaces the code in a script; null if a script cannot contain it
     */
    record Work(String name, Code code, @Nullable Sql inScript) implements Statement {

        /** Creates work that a script cannot contain. */
        public Work(String name, Code code) {
            this(name, code, null);
        }

        /** Java code that runs on the migration's connection, inside its transaction. */
        @FunctionalInterface
        public interface Code {

            /**
             * Runs the code. The runner commits and closes the connection, not the code.
             *
             * @param connection the migration's connection
             * @throws Exception any exception fails the migration
             */
            void run(Connection connection) throws Exception;
        }

        @Override
        public boolean transactional() {
            return true;
        }

        @Override
        public String text() {
            return name;
        }

        @Override
        public <R, E extends Exception> R accept(Visitor<R, E> visitor) throws E {
            return visitor.work(this);
        }
    }
}
