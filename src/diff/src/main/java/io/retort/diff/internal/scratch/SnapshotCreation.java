package io.retort.diff.internal.scratch;

import io.retort.diff.internal.scratch.Scratch.Failure;
import io.retort.schema.Snapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Creates a schema with given statements. */
final class SnapshotCreation implements ScratchCreation {

    private final StatementRunner runner;
    private final List<String> statements;
    private final List<Failure> failures = new ArrayList<>();

    /**
     * @param runner runs the statements
     * @param statements the statements, in executable order
     */
    SnapshotCreation(StatementRunner runner, List<String> statements) {
        this.runner = runner;
        this.statements = List.copyOf(statements);
    }

    @Override
    public void run() throws SQLException {
        if (runner.runAtOnce(statements)) {
            return;
        }
        for (String sql : statements) {
            runner.refusal(sql).ifPresent(words -> failures.add(new Failure(sql, words)));
        }
    }

    /** A snapshot has no composite types. */
    @Override
    public boolean hasCompositeTypes() {
        return false;
    }

    @Override
    public Scratch scratch(Snapshot read) {
        return new Scratch(read, failures, List.of(), List.of(), List.of());
    }
}
