package io.retort.dialect;

import io.retort.operation.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a script asks before it acts, in a product's procedural SQL. */
public interface ScriptGuard {

    /**
     * A block that runs statements only where a condition holds.
     *
     * @param condition SQL that is true or false when the block is reached
     */
    String when(String condition, List<Statement.Sql> statements);

    /**
     * What creates a table where there is none.
     *
     * @param table its name as SQL
     * @param create the statements that create it
     */
    default String whenMissing(String table, List<Statement.Sql> create) {
        return create.stream()
                .map(Statement.Sql::ended)
                .map(text -> text.replaceFirst("(?i)^create table ", "create table if not exists "))
                .collect(Collectors.joining("\n"));
    }

    /** A block that stops the script with a message unless a condition holds. */
    String require(String condition, String message);

    /** Why such a block cannot hold a statement, as the end of a sentence; empty if it can. */
    Optional<String> obstacle(String statement);
}
