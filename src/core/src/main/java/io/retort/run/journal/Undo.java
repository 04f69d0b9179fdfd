package io.retort.run.journal;

import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.revision.Direction;
import io.retort.revision.plan.Step;
import io.retort.run.prepare.Place;
import io.retort.run.prepare.PreparedOperation;
import io.retort.run.prepare.PreparedStep;
import io.retort.run.prepare.Recording;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes back the half of an upgrade that is done: the reverse of each operation, last first.
 *
 * @param upgrade the whole upgrade, as its revision says it now
 * @param dialect how the database says the reverse
 */
public record Undo(PreparedStep upgrade, Dialect dialect) {

    /**
     * The step that takes back the first so many statements.
     *
     * @param recorded what ran
     * @throws RetortException if the revision says something else now than what ran, or something in it has no reverse
     */
    public PreparedStep of(int done, Recording recorded) {
        HalfDone.requireUnedited(upgrade, done, recorded);
        List<Operation> reversed = new ArrayList<>();
        for (PreparedOperation operation : begun(done)) {
            if (!isSession(operation.operation())) {
                reversed.add(0, reverse(operation));
            }
        }
        List<PreparedOperation> operations = Operation.indexesGoWithTheirTable(reversed).stream()
                .map(operation -> new PreparedOperation(operation, operation.sql(dialect.ddl()), dialect.syntax()))
                .toList();
        return new PreparedStep(new Step(upgrade.revision(), Direction.DOWN), operations, upgrade.checksum(), done);
    }

    /** The operations of which something is done; of one that is not whole only if its reverse does not mind. */
    private List<PreparedOperation> begun(int done) {
        List<PreparedOperation> begun = new ArrayList<>();
        for (Place place : upgrade.places()) {
            boolean last =
                    place.statementNumber() == place.operation().statements().size();
            boolean isDone = place.number() <= done;
            if (last && isDone) {
                begun.add(place.operation());
            } else if (place.number() == done
                    && !isWholeWithItsFirst(place.operation().operation())) {
                throw refused("operation " + place.operationNumber() + " is not wholly done");
            } else if (place.number() == done) {
                begun.add(place.operation());
            }
        }
        return begun;
    }

    /** A table that has no comment yet is dropped like one that has. */
    private static boolean isWholeWithItsFirst(Operation operation) {
        return operation instanceof TableOperation.Create;
    }

    private boolean isSession(Operation operation) {
        return operation instanceof DataOperation.Execute execute && Manner.changesSession(execute.sql(), dialect);
    }

    private Operation reverse(PreparedOperation operation) {
        return operation
                .operation()
                .reverse()
                .orElseThrow(() ->
                        refused("nothing undoes \"" + operation.operation().describe() + "\""));
    }

    private RetortException refused(String why) {
        return new RetortException(
                "The half of revision " + upgrade.revision().describe()
                        + " that is done cannot be taken back by itself: " + why + ".",
                "Finish it: correct " + upgrade.revision().location()
                        + " and run mvn migrate:upgrade, which goes on where"
                        + " it stopped. Or undo by hand what is done, and then: mvn migrate:stamp -Dtarget="
                        + String.join(
                                ",",
                                upgrade.revision().parents().isEmpty()
                                        ? List.of("base")
                                        : upgrade.revision().parents())
                        + ".");
    }
}
