package io.retort.dialect;

import io.retort.operation.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
                .map(Statement.Sql::ended)
                .map(text -> text.replaceFirst("(?i)^create table ", "create table if not exists "))
                .collect(Collectors.joining("\n"));
    }

    /** Returns a block that stops the script with a message unless a condition holds. */
    String require(String condition, String message);

    /** Returns why such a block cannot contain a statement, as the end of a sentence; empty if it can. */
    Optional<String> obstacle(String statement);
}
