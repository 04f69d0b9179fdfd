package io.retort.diff.custom;

import io.retort.operation.CustomOperation;
import io.retort.operation.Ddl;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.operation.source.JavaCall;
import io.retort.operation.source.JavaLiteral;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A trigger with its function on PostgreSQL, created or dropped.
 *
 * @param name its name, and that of its function
 * @param table the table
 * @param event when it fires, such as {@code before update}
 * @param body what its function does, in PL/pgSQL
 * @param present whether it is there behind this operation
 */
public record Trigger(String name, String table, String event, String body, boolean present)
        implements CustomOperation {

    @Override
    public Optional<Operation> reverse() {
        return Optional.of(new Trigger(name, table, event, body, !present));
    }

    @Override
    public Snapshot applyTo(Snapshot schema) {
        return schema;
    }

    @Override
    public List<Statement> sql(Ddl ddl) {
        if (!present) {
            return List.of(
                    new Statement.Sql("drop trigger " + name + " on " + table),
                    new Statement.Sql("drop function " + name + "()"));
        }
        return List.of(
                new Statement.Sql("create function " + name + "() returns trigger language plpgsql as $$ begin " + body
                        + " return new; end $$"),
                new Statement.Sql("create trigger " + name + " " + event + " on " + table
                        + " for each row execute function " + name + "()"));
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.of(QualifiedName.parse(table));
    }

    @Override
    public JavaCall java() {
        String words = Stream.of(name, table, event, body).map(JavaLiteral::of).collect(Collectors.joining(", "));
        return JavaCall.of("custom", JavaCall.raw("new " + getClass().getName() + "(" + words + ", " + present + ")"));
    }

    @Override
    public String describe() {
        return (present ? "+" : "-") + " trigger " + name + " on " + table;
    }
}
