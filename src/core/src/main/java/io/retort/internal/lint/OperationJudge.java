package io.retort.internal.lint;

import io.retort.internal.lint.rule.CommonRules;
import io.retort.internal.lint.rule.LintContext;
import io.retort.internal.lint.rule.LintRules;
import io.retort.internal.lint.rule.SqlAction;
import io.retort.internal.lint.rule.Violation;
import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.Statement;
import io.retort.run.PreparedStep.PreparedOperation;
import io.retort.schema.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the violations of one operation, without regard to the sizes of tables. */
final class OperationJudge {

    private final Server server;
    private final SchemaState state;
    private final Supplier<Snapshot> after;
    private final List<Operation> operations = new ArrayList<>();

    OperationJudge(Server server, SchemaState state, Supplier<Snapshot> after) {
        this.server = server;
        this.state = state;
        this.after = after;
    }

    List<Violation> judge(PreparedOperation prepared) {
        return prepared.operation().accept(new OperationVisitor.Selective<List<Violation>>() {

            @Override
            public List<Violation> other(Operation operation) {
                return byRules(operation);
            }

            @Override
            public List<Violation> execute(DataOperation.Execute execute) {
                return handWritten(execute, prepared.statements());
            }

            @Override
            public List<Violation> work(DataOperation.Work work) {
                return declared(work);
            }

            @Override
            public List<Violation> custom(CustomOperation operation) {
                return handWritten(operation, prepared.statements());
            }
        });
    }

    /** The text of a statement is more exact than what it declares, if its form is known. */
    private List<Violation> handWritten(Operation operation, List<Statement> statements) {
        StatementReader reader = new StatementReader(server.dialect(), state.before());
        List<Optional<ReadStatement>> parts = new ArrayList<>();
        for (Statement statement : statements) {
            parts.addAll(
                    statement instanceof Statement.Sql sql ? reader.readAll(sql.text()) : List.of(Optional.empty()));
        }
        List<Violation> all = new ArrayList<>();
        for (Optional<ReadStatement> part : parts) {
            part.ifPresent(read -> {
                read.operations().forEach(each -> all.addAll(byRules(each)));
                read.actions().forEach(action -> all.addAll(byRules(action)));
            });
        }
        if (parts.stream().anyMatch(Optional::isEmpty)) {
            declared(operation).stream()
                    .filter(violation -> all.stream().noneMatch(known -> isSame(known, violation)))
                    .forEach(all::add);
        }
        return all;
    }

    private static boolean isSame(Violation one, Violation other) {
        return one.rule().equals(other.rule()) && Objects.equals(one.table(), other.table());
    }

    private List<Violation> declared(Operation operation) {
        Optional<List<Operation>> changes = operation.schemaChanges();
        if (changes.isEmpty()) {
            return List.of(CommonRules.notJudged());
        }
        return changes.get().stream()
                .flatMap(change -> byRules(change).stream())
                .toList();
    }

    /** Returns what the judged operation does, as far as it is known: its own text, or what it declares. */
    List<Operation> operations() {
        return operations;
    }

    private List<Violation> byRules(Operation operation) {
        Operation canonical = state.canonical(operation);
        operations.add(canonical);
        List<Violation> all = new ArrayList<>(rules().check(canonical, context()));
        all.addAll(CommonRules.check(canonical));
        return all;
    }

    private List<Violation> byRules(SqlAction action) {
        SqlAction canonical = new SqlAction(action.kind(), state.canonical(action.table()));
        List<Violation> all = new ArrayList<>(rules().check(canonical, context()));
        all.addAll(CommonRules.check(canonical));
        return all;
    }

    private LintRules rules() {
        return LintRules.of(server.dialect());
    }

    private LintContext context() {
        return state.context(after);
    }
}
