package io.retort.diff.custom;

import io.retort.error.RetortException;
import io.retort.operation.CustomOperation;
import io.retort.operation.Ddl;
import io.retort.operation.JavaCall;
import io.retort.operation.JavaLiteral;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Creates or drops a trigger that sets a column of each row. PostgreSQL needs a function for it; MySQL and MariaDB do
 * not.
 *
 * @param name the name of the trigger, and of its function
 * @param table the table
 * @param event when the trigger fires, such as {@code before update}
 * @param assignment what it sets, such as {@code new.mail = lower(new.mail)}
 * @param present whether the trigger exists after this operation
 */
public record Trigger(String name, String table, String event, String assignment, boolean present)
        implements CustomOperation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new Trigger(name, table, event, assignment, !present));
    }

    @Override
    public Snapshot applyTo(Snapshot schema) {
        return schema;
    }

    @Override
    public List<Statement> sql(Ddl ddl) {
        List<String> statements = switch (ddl.product()) {
            case "PostgreSQL" -> present ? createdWithFunction() : droppedWithFunction();
            case "MySQL", "MariaDB" -> List.of(present ? created() : "drop trigger " + name);
            default ->
                throw new RetortException(
                        "There is no trigger " + name + " for " + ddl.product() + ".",
                        "Add its SQL for " + ddl.product() + " to " + getClass().getName() + ".");
        };
        return statements.stream().<Statement>map(Statement.Sql::new).toList();
    }

    private List<String> createdWithFunction() {
        return List.of(
                "create function " + name + "() returns trigger language plpgsql as $$ begin " + assignment
                        + "; return new; end $$",
                "create trigger " + name + " " + event + " on " + table + " for each row execute function " + name
                        + "()");
    }

    private List<String> droppedWithFunction() {
        return List.of("drop trigger " + name + " on " + table, "drop function " + name + "()");
    }

    private String created() {
        return "create trigger " + name + " " + event + " on " + table + " for each row set " + assignment;
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(QualifiedName.parse(table));
    }

    @Override
    public JavaCall java() {
        String words =
                Stream.of(name, table, event, assignment).map(JavaLiteral::of).collect(Collectors.joining(", "));
        return JavaCall.of("custom", JavaCall.raw("new " + getClass().getName() + "(" + words + ", " + present + ")"));
    }

    @Override
    public String describe() {
        return (present ? "+" : "-") + " trigger " + name + " on " + table;
    }
}
