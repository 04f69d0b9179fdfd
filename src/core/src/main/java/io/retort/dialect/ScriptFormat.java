package io.retort.dialect;

import io.retort.operation.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text between the statements of a script that the product's own client runs.
 *
 * @param opening the first statement of the script; null if scripts need no first statement
 * @param begin the statement that begins a transaction
 * @param commit the statement that commits it
 * @param separator the line that ends a batch, for clients that send batches; null where a semicolon is sufficient
 */
public record ScriptFormat(
        @Nullable String opening,
        String begin,
        String commit,
        @Nullable String separator) {

    /** The text that most products accept. */
    public static final ScriptFormat STANDARD = new ScriptFormat(null, "begin", "commit", null);

    /** Returns the first lines of the script. */
    public Optional<String> header() {
        return Optional.ofNullable(opening).map(text -> line(text + ";"));
    }

    /** Returns the lines of a statement that already ends with a semicolon. */
    public String line(String terminated) {
        return terminated + "\n" + (separator == null ? "" : separator + "\n");
    }

    /** Returns whether the client would split a statement, because one of its lines is the separator. */
    public boolean wouldSplit(String statement) {
        return separator != null
                && statement.lines().anyMatch(line -> line.strip().equalsIgnoreCase(separator));
    }

    /** Writes conditional statements for a script in a product's procedural SQL. */
    public interface ScriptGuard {

        /**
         * Returns a block that runs statements only if a condition holds.
         *
         * @param condition an SQL condition, evaluated when the block is reached
         * @param statements the statements
         */
        String when(String condition, List<Statement.Sql> statements);

        /**
         * Returns the SQL that creates a table unless it exists.
         *
         * @param table the table's name in SQL
         * @param create the statements that create it
         */
        default String whenMissing(String table, List<Statement.Sql> create) {
            return create.stream()
                    .map(Statement.Sql::terminated)
                    .map(ScriptGuard::ifMissing)
                    .collect(Collectors.joining("\n"));
        }

        private static String ifMissing(String sql) {
            String create = "create table ";
            return sql.regionMatches(true, 0, create, 0, create.length())
                    ? "create table if not exists " + sql.substring(create.length())
                    : sql;
        }

        /** Returns a block that stops the script with a message unless a condition holds. */
        String require(String condition, String message);

        /** Returns why such a block cannot contain a statement, as the end of a sentence; empty if it can. */
        Optional<String> obstacle(String statement);
    }
}
