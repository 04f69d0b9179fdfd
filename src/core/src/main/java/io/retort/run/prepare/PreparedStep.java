package io.retort.run.prepare;

import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.revision.Direction;
import io.retort.revision.RevisionInfo;
import io.retort.revision.plan.Step;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a plan with everything that it will send.
 *
 * @param step which revision, in which direction
 * @param operations what its migration says in that direction
 * @param checksum of those operations; null if the revision is only stamped
 * @param half how many statements of an upgrade that stopped this step takes back or stamps over; 0 for a whole revision
 */
public record PreparedStep(
        Step step,
        List<PreparedOperation> operations,
        @Nullable String checksum,
        int half) {

    public PreparedStep {
        operations = List.copyOf(operations);
    }

    public PreparedStep(Step step, List<PreparedOperation> operations, @Nullable String checksum) {
        this(step, operations, checksum, 0);
    }

    /** A step that only moves the note about a revision. */
    public static PreparedStep stamp(Step step) {
        return new PreparedStep(step, List.of(), null);
    }

    /** A step that only says that a half done revision is whole. */
    public static PreparedStep settle(Step step, int done) {
        return new PreparedStep(step, List.of(), null, done);
    }

    public RevisionInfo revision() {
        return step.revision();
    }

    public boolean isUpgrade() {
        return step.direction() == Direction.UP;
    }

    /** How the database reads its statements. */
    public SqlSyntax syntax() {
        return operations.isEmpty() ? SqlSyntax.STANDARD : operations.get(0).syntax();
    }

    /** Every statement with its place, in order. */
    public List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < operations.size(); i++) {
            PreparedOperation operation = operations.get(i);
            for (int j = 0; j < operation.statements().size(); j++) {
                places.add(new Place(operation, i + 1, j + 1, places.size() + 1));
            }
        }
        return places;
    }

    /** How many statements the step sends. */
    public int size() {
        int size = 0;
        for (PreparedOperation operation : operations) {
            size += operation.statements().size();
        }
        return size;
    }

    /** The statements that people wrote, as SQL or as Java code. */
    public List<Statement> handWritten() {
        List<Statement> written = new ArrayList<>();
        for (PreparedOperation operation : operations) {
            if (operation.operation().isHandWritten()) {
                written.addAll(operation.statements());
            }
        }
        return written;
    }

    /** Whether a table may be built anew in it. */
    public boolean rebuilds() {
        for (PreparedOperation operation : operations) {
            if (operation.operation() instanceof TableOperation.Rebuild) {
                return true;
            }
        }
        return false;
    }

    /** Whether the step runs in one transaction: the revision wants it, and no statement forbids it. */
    public boolean transactional() {
        boolean transactional = revision().transactional();
        for (PreparedOperation operation : operations) {
            for (Statement statement : operation.statements()) {
                transactional &= statement.transactional();
            }
        }
        return transactional;
    }
}
