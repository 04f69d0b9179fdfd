package io.retort.operation;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What is sent to a database. */
public sealed interface Statement {

    /** Whether the statement may run inside a transaction. */
    boolean transactional();

    /**
     * SQL text, without a semicolon at its end.
     *
     * @param text what is sent
     * @param transactional false for a statement that the database refuses inside a transaction
     * @param expectedRows how many rows it must change, or {@link #ANY}
     * @param adaptation how it becomes what the connected database needs; null for a statement that is sent as it stands
     */
    record Sql(
            String text,
            boolean transactional,
            int expectedRows,
            @Nullable Adaptation adaptation) implements Statement {

        /** Any number of rows is right. */
        public static final int ANY = -1;

        public Sql(String text) {
            this(text, true, ANY);
        }

        public Sql(String text, boolean transactional, int expectedRows) {
            this(text, transactional, expectedRows, null);
        }

        /** The same text, adapted to the connected database when it is sent. */
        public Sql adapted(Adaptation how) {
            return new Sql(text, transactional, expectedRows, how);
        }

        /** The text as an SQL file says it. */
        public String textInFile() {
            return adaptation == null ? text : adaptation.inFile(text);
        }

        /** The text that is sent to a database. */
        public String textFor(Connection connection) throws SQLException {
            return adaptation == null ? text : adaptation.adapt(text, connection);
        }

        /** The text and its semicolon, on a line of its own where a comment would swallow it. */
        public String ended() {
            String last = text.substring(text.lastIndexOf('\n') + 1);
            return text + (last.contains("--") || last.contains("#") ? "\n;" : ";");
        }

        /** The same text, to be run outside a transaction. */
        public Sql outsideTransaction() {
            return new Sql(text, false, expectedRows, adaptation);
        }
    }

    /**
     * Adapts a statement to what the connected database has, such as another name for the same constraint. Plans, scripts and
     * checksums know the text only.
     */
    interface Adaptation {

        /** The text to send: the given one, if the database is as the statement expects it. */
        String adapt(String text, Connection connection) throws SQLException;

        /** The text as an SQL file says it, so that it is adapted when it is read back. */
        default String inFile(String text) {
            return text;
        }
    }

    /**
     * Work done by Java code on the connection; it has no text, so a script cannot hold it, unless it brings some.
     *
     * @param name what people call it
     * @param code what is run
     * @param inScript what a script says in its place; null if a script cannot hold it
     */
    record Work(String name, Code code, @Nullable Sql inScript) implements Statement {

        public Work(String name, Code code) {
            this(name, code, null);
        }

        /** A piece of Java that works on the migration's own connection, inside its transaction. */
        @FunctionalInterface
        public interface Code {

            /**
             * Does the work. The connection stays open and is committed by the runner.
             *
             * @throws Exception anything; it fails the migration
             */
            void run(Connection connection) throws Exception;
        }

        @Override
        public boolean transactional() {
            return true;
        }
    }
}
