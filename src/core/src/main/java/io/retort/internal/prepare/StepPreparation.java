package io.retort.internal.prepare;

import io.retort.dialect.Dialect;
import io.retort.error.FailureLocation;
import io.retort.error.RetortException;
import io.retort.internal.history.History;
import io.retort.internal.history.SqlMigration;
import io.retort.lint.Finding.Waiver;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Operations.Declared;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.revision.Direction;
import io.retort.revision.Plan;
import io.retort.revision.Plan.Step;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.PreparedOperation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects the operations and statements of a plan before anything runs.
 */
public final class StepPreparation {

    private final History history;
    private final Dialect dialect;
    private @Nullable SplitFile last;

    /**
     * @param history the revisions with their migrations
     * @param dialect renders the operations
     */
    public StepPreparation(History history, Dialect dialect) {
        this.history = history;
        this.dialect = dialect;
    }

    public History history() {
        return history;
    }

    public Dialect dialect() {
        return dialect;
    }

    /**
     * Prepares all steps of a plan, in order.
     *
     * @throws RetortException if a migration cannot be loaded, throws an exception or has no downgrade, or if the
     *     product does not support an operation; names the revision
     */
    public List<PreparedStep> prepare(Plan plan) {
        return plan.steps().stream().map(this::prepare).toList();
    }

    /**
     * Prepares one step.
     *
     * @throws RetortException as for {@link #prepare(Plan)}
     */
    public PreparedStep prepare(Step step) {
        List<Declared> declared = declared(step);
        return new PreparedStep(step, operations(step, declared), Checksum.of(operations(declared), dialect.syntax()));
    }

    /**
     * Prepares a step whose operations do not come from its migration.
     *
     * @param partialStatements the number of completed statements of the partial upgrade that it reverts
     */
    public PreparedStep prepare(Step step, Consumer<Operations> operations, int partialStatements) {
        List<Declared> declared = Operations.declaredBy(operations);
        return new PreparedStep(
                step,
                operations(step, declared),
                Checksum.of(operations(declared), dialect.syntax()),
                partialStatements);
    }

    private static List<Operation> operations(List<Declared> declared) {
        List<Operation> operations = new ArrayList<>(declared.size());
        for (Declared each : declared) {
            operations.add(each.operation());
        }
        return operations;
    }

    private List<PreparedOperation> operations(Step step, List<Declared> declared) {
        List<PreparedOperation> operations = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            int place = i;
            Declared each = declared.get(i);
            List<Statement> statements = statements(step, each.operation(), place);
            TransactionStatementCheck.refuse(step, statements, dialect.syntax());
            for (Waiver waiver : each.waivers()) {
                WaiverCheck.refuseUnknown(waiver, title(step));
            }
            operations.add(new PreparedOperation(
                    each.operation(), statements, () -> line(step, place), dialect.syntax(), each.waivers()));
        }
        refuseAfterBackfill(step, operations);
        return operations;
    }

    /** What follows such a backfill would run before it. */
    private void refuseAfterBackfill(Step step, List<PreparedOperation> operations) {
        String table = null;
        for (int i = 0; i < operations.size(); i++) {
            PreparedOperation each = operations.get(i);
            Optional<String> deferred = backfillAfterStart(step, each);
            if (table != null && deferred.isEmpty()) {
                throw in(
                                step,
                                "in the operation \"" + described(each.operation())
                                        + "\": it follows the backfill of " + table
                                        + ", which runs after the revision is applied because of afterStart().",
                                new RetortException(
                                        "", "Move the operation above the backfill, or into a later revision."))
                        .at(location(step, each.operation(), i));
            }
            table = deferred.orElse(table);
        }
    }

    private static Optional<String> backfillAfterStart(Step step, PreparedOperation operation) {
        if (step.direction() == Direction.UP) {
            for (Statement statement : operation.statements()) {
                if (statement instanceof Statement.Backfill backfill
                        && backfill.batches().isAfterStart()) {
                    return Optional.of(backfill.table().toString());
                }
            }
        }
        return Optional.empty();
    }

    /** Determined only after a failure, because nothing else needs it. */
    private int line(Step step, int operation) {
        return migration(step) instanceof SqlMigration file ? file.line(step.direction(), operation) : 0;
    }

    private Migration migration(Step step) {
        String id = step.revision().id();
        SplitFile split = last;
        if (split != null && split.id().equals(id)) {
            return split.migration();
        }
        Migration migration = history.migration(id, dialect.syntax());
        last = migration instanceof SqlMigration file ? new SplitFile(id, file) : null;
        return migration;
    }

    /**
     * The SQL file of the last step. The downgrade of a revision is prepared after its upgrade, and both parts of a file
     * are split at once.
     */
    private record SplitFile(String id, SqlMigration migration) {}

    private List<Declared> declared(Step step) {
        try {
            Migration migration = migration(step);
            return Operations.declaredBy(step.direction() == Direction.UP ? migration::upgrade : migration::downgrade);
        } catch (RetortException e) {
            throw in(step, e.what(), e);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            throw failed(step, "failed while it declared its operations: ", e);
        }
    }

    private List<Statement> statements(Step step, Operation operation, int place) {
        try {
            Optional<String> wrong = OperationValidator.wrongWith(operation);
            if (wrong.isPresent()) {
                throw new RetortException(wrong.get() + ".", "Correct the operation.");
            }
            return operation.sql(dialect.ddl());
        } catch (RetortException e) {
            throw in(step, "in the operation \"" + described(operation) + "\": " + e.what(), e)
                    .at(location(step, operation, place));
        } catch (RuntimeException e) {
            throw failed(step, "cannot be run: in the operation \"" + described(operation) + "\": ", e)
                    .at(location(step, operation, place));
        }
    }

    private static String described(Operation operation) {
        try {
            return operation.describe();
        } catch (RuntimeException e) {
            return operation.getClass().getSimpleName();
        }
    }

    private static RetortException failed(Step step, String how, Throwable cause) {
        String location = step.revision().location();
        return new RetortException(
                        title(step) + " " + how + words(cause, location) + ". Nothing was run.",
                        "Correct " + location + " and run the command again.",
                        cause)
                .at(location(step, line(cause, location)));
    }

    /** The authors of a migration know their exceptions; they need the line in their class. */
    private static String words(Throwable cause, String location) {
        String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        String line = frame(cause, location)
                .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
                .orElse("");
        return cause.getClass().getSimpleName() + message + line;
    }

    private static Optional<StackTraceElement> frame(Throwable cause, String location) {
        return Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().equals(location))
                .findFirst();
    }

    private static int line(Throwable cause, String location) {
        return frame(cause, location).map(StackTraceElement::getLineNumber).orElse(0);
    }

    private FailureLocation location(Step step, Operation operation, int place) {
        return location(step, line(step, place)).withOperation(described(operation), place + 1);
    }

    private static FailureLocation location(Step step, int line) {
        return FailureLocation.inRevision(step.revision().id(), step.revision().location(), Math.max(line, 0));
    }

    private static RetortException in(Step step, String what, RetortException cause) {
        boolean named = what.contains(step.revision().location());
        return new RetortException(
                        (named ? what : title(step) + " cannot be run: " + what) + " Nothing was run.",
                        cause.advice(),
                        cause.status(),
                        cause)
                .at(location(step, 0));
    }

    private static String title(Step step) {
        return "Revision " + step.revision().describe() + " in "
                + step.revision().location();
    }
}
