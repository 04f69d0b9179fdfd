package io.retort.run.prepare;

import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.revision.Direction;
import io.retort.revision.Plan;
import io.retort.revision.Step;
import io.retort.run.source.History;
import io.retort.run.source.LinedMigration;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets every migration of a plan say what it will do, before anything is done.
 *
 * @param history where the migrations are
 * @param dialect how the database says the operations
 */
public record Preparation(History history, Dialect dialect) {

    /**
     * Prepares all steps of a plan, in order.
     *
     * @throws RetortException naming the revision, if its code cannot be loaded, fails while it speaks, has no way back,
     *     or says something that this database cannot do
     */
    public List<PreparedStep> prepare(Plan plan) {
        return plan.steps().stream().map(this::prepare).toList();
    }

    /** Prepares one step. */
    public PreparedStep prepare(Step step) {
        List<Operation> said = said(step);
        List<PreparedOperation> operations = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            int place = i;
            operations.add(new PreparedOperation(said.get(i), statements(step, said.get(i)), () -> line(step, place)));
        }
        return new PreparedStep(step, operations, Checksum.of(said));
    }

    /** Asked only when something fails: nobody else wants to know. */
    private int line(Step step, int operation) {
        return history.migration(step.revision().id()) instanceof LinedMigration lined
                ? lined.line(step.direction(), operation)
                : 0;
    }

    private List<Operation> said(Step step) {
        try {
            Migration migration = history.migration(step.revision().id());
            return Operations.saidBy(step.direction() == Direction.UP ? migration::upgrade : migration::downgrade);
        } catch (RetortException e) {
            throw in(step, e.what(), e);
        } catch (RuntimeException e) {
            throw new RetortException(
                    title(step) + " failed while it said what to do: " + e + ". Nothing was run.",
                    "Correct " + step.revision().location() + " and run the command again.",
                    e);
        }
    }

    private List<Statement> statements(Step step, Operation operation) {
        try {
            return operation.sql(dialect.ddl());
        } catch (RetortException e) {
            throw in(step, "in the operation \"" + operation.describe() + "\": " + e.what(), e);
        }
    }

    private static RetortException in(Step step, String what, RetortException cause) {
        return new RetortException(
                title(step) + " cannot be run: " + what + " Nothing was run.", cause.action(), cause.status(), cause);
    }

    private static String title(Step step) {
        return "Revision " + step.revision().describe() + " in "
                + step.revision().location();
    }
}
