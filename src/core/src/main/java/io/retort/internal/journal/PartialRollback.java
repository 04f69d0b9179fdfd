package io.retort.internal.journal;

import io.retort.dialect.Dialect;
import io.retort.error.Advice;
import io.retort.error.FailureLocation;
import io.retort.error.RetortException;
import io.retort.internal.prepare.StatementLog;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.revision.Direction;
import io.retort.revision.Plan.Step;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.PreparedOperation;
import io.retort.run.PreparedStep.StatementPosition;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Reverts the completed part of a partial upgrade: the reverse of each operation, last first.
 *
 * @param upgrade the whole upgrade, as the revision declares it now
 * @param dialect renders the reverses
 */
public record PartialRollback(PreparedStep upgrade, Dialect dialect) {

    /**
     * Returns the step that reverts the first statements.
     *
     * @param done the number of completed statements
     * @param recorded the statements that ran
     * @param filling whether the next statement is a backfill of which batches are committed
     * @throws RetortException if completed statements were edited, or an operation has no reverse
     */
    public PreparedStep of(int done, StatementLog recorded, boolean filling) {
        PartialStep.requireUnedited(upgrade, done, recorded);
        List<Operation> reversed = new ArrayList<>();
        for (Operation operation : begun(done, filling)) {
            if (!changesNothing(operation)) {
                reversed.add(0, reverse(operation));
            }
        }
        reversed.addAll(0, leftover(done));
        List<PreparedOperation> operations = Operation.withoutIndexesOfDroppedTables(reversed).stream()
                .map(operation -> new PreparedOperation(operation, operation.sql(dialect.ddl()), dialect.syntax()))
                .toList();
        return new PreparedStep(new Step(upgrade.revision(), Direction.DOWN), operations, upgrade.checksum(), done);
    }

    /** A failed concurrent build leaves an invalid index, which the reverses of earlier statements can come across. */
    private List<Operation> leftover(int done) {
        return upgrade.places().stream()
                .filter(place -> place.number() == done + 1)
                .map(StatementPosition::statement)
                .filter(Statement.Sql.class::isInstance)
                .flatMap(statement ->
                        dialect.sessions().indexBuild(statement.requireSql().text()).stream())
                .map(build -> (Operation)
                        new DataOperation.Execute(build.removal(), DataOperation.Execute.NOTHING, List.of()))
                .toList();
    }

    /**
     * The operations with a completed statement. A partial operation counts only if its reverse works for it, too. What only
     * a downgrade runs counts if a later operation has a completed statement.
     */
    private List<Operation> begun(int done, boolean filling) {
        List<Operation> begun = new ArrayList<>();
        List<Operation> onlyReversed = new ArrayList<>();
        Iterator<StatementPosition> places = upgrade.places().iterator();
        for (PreparedOperation operation : upgrade.operations()) {
            if (runsOnlyReversed(operation.operation())) {
                onlyReversed.add(operation.operation());
            }
            List<Operation> completed = new ArrayList<>();
            for (int i = 0; i < operation.statements().size(); i++) {
                completed.addAll(completed(places.next(), done, filling));
            }
            if (!completed.isEmpty()) {
                begun.addAll(onlyReversed);
                onlyReversed.clear();
                begun.addAll(completed);
            }
        }
        return begun;
    }

    private static boolean runsOnlyReversed(Operation operation) {
        return operation instanceof DataOperation.Execute execute && execute.isNothing() && execute.undo() != null;
    }

    /** The operation of a statement, or its completed parts, if this is the last statement that counts. */
    private List<Operation> completed(StatementPosition place, int done, boolean filling) {
        Operation operation = place.operation().operation();
        boolean last = place.statementNumber() == place.operation().statements().size();
        boolean isFilling = filling && place.number() == done + 1 && place.statement() instanceof Statement.Backfill;
        if (last && (place.number() <= done || isFilling)) {
            return List.of(operation);
        }
        if (place.number() != done) {
            return List.of();
        }
        return isWholeWithItsFirst(operation) ? List.of(operation) : parts(place);
    }

    /** The completed parts of the operation whose last completed statement is at a position. */
    private List<Operation> parts(StatementPosition place) {
        List<Operation> parts = new ArrayList<>();
        int statements = 0;
        for (Operation part : dialect.ddl().parts(place.operation().operation())) {
            statements += part.sql(dialect.ddl()).size();
            parts.add(part);
            if (statements >= place.statementNumber()) {
                break;
            }
        }
        if (statements != place.statementNumber()) {
            throw refusal("operation " + place.operationNumber() + " is not complete");
        }
        return parts;
    }

    /** Dropping a table does not depend on its comments. */
    private static boolean isWholeWithItsFirst(Operation operation) {
        return operation instanceof TableOperation.Create;
    }

    private boolean changesNothing(Operation operation) {
        return operation instanceof DataOperation.Execute execute && JournalMode.changesNothing(execute.sql(), dialect);
    }

    private Operation reverse(Operation operation) {
        return operation.reverse().orElseThrow(() -> refusal("\"" + operation.describe() + "\" has no reverse"));
    }

    private RetortException refusal(String why) {
        return new RetortException(
                        "Cannot revert the applied part of revision "
                                + upgrade.revision().describe() + ": " + why + ".",
                        Advice.of(
                                "Finish it: correct ",
                                upgrade.revision().location(),
                                " and run ",
                                Advice.command("upgrade"),
                                ", which continues where it stopped. Or revert the applied part by hand, and then type: ",
                                Advice.command("stamp", Advice.target(parents())),
                                "."))
                .at(FailureLocation.inRevision(
                        upgrade.revision().id(), upgrade.revision().location(), 0));
    }

    private String parents() {
        return upgrade.revision().parents().isEmpty()
                ? "base"
                : String.join(",", upgrade.revision().parents());
    }
}
