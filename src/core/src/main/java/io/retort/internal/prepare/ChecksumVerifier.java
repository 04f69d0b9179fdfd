package io.retort.internal.prepare;

import io.retort.internal.database.DatabaseSession;
import io.retort.operation.Statement;
import io.retort.revision.Direction;
import io.retort.revision.Plan.Step;
import io.retort.run.AppliedRevision;
import io.retort.run.AppliedRevision.AppliedState;
import io.retort.run.EditedRevision;
import io.retort.run.PreparedStep;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds revisions that were edited after they ran. */
public final class ChecksumVerifier {

    private final DatabaseSession session;
    private final StepPreparation preparation;

    /**
     * @param session the database
     * @param preparation computes the present operations of a revision
     */
    public ChecksumVerifier(DatabaseSession session, StepPreparation preparation) {
        this.session = session;
        this.preparation = preparation;
    }

    /**
     * Returns the edited revisions, in the order in which they ran. Stamped revisions and revisions that the history
     * does not contain are skipped.
     *
     * @throws io.retort.error.RetortException if a revision cannot be loaded
     */
    public List<EditedRevision> find() throws SQLException {
        List<EditedRevision> edited = new ArrayList<>();
        for (AppliedRevision row : session.applied()) {
            edit(row).map(Edit::revision).ifPresent(edited::add);
        }
        return edited;
    }

    /**
     * Stores the present checksum and statements of the edited revisions, and returns these revisions.
     *
     * @throws io.retort.error.RetortException if a revision cannot be loaded
     */
    public List<EditedRevision> accept() throws SQLException {
        List<EditedRevision> accepted = new ArrayList<>();
        for (AppliedRevision row : session.applied()) {
            Optional<Edit> edit = edit(row);
            if (edit.isPresent()) {
                write(edit.get().acceptance(session, row));
                accepted.add(edit.get().revision());
            }
        }
        return accepted;
    }

    private void write(Statement.Sql note) throws SQLException {
        try (java.sql.Statement jdbc = session.connection().createStatement()) {
            jdbc.setEscapeProcessing(false);
            jdbc.executeUpdate(note.text());
        }
    }

    private Optional<Edit> edit(AppliedRevision row) throws SQLException {
        boolean known = preparation.history().graph().contains(row.id());
        if (!known || row.state() == AppliedState.DOWNGRADING || row.checksum() == null) {
            return Optional.empty();
        }
        PreparedStep step =
                preparation.prepare(new Step(preparation.history().graph().get(row.id()), Direction.UP));
        return row.isPartial() ? partial(row, step) : whole(row, step);
    }

    private Optional<Edit> whole(AppliedRevision row, PreparedStep step) throws SQLException {
        if (Objects.equals(row.checksum(), step.checksum())) {
            return Optional.empty();
        }
        List<String> was = recorded(row).up();
        List<String> is = StatementLog.of(step).up();
        List<String> difference = was.isEmpty()
                ? List.of()
                : new StatementDiff(was, is, session.dialect().syntax()).lines();
        boolean unknown = difference.isEmpty() && !Checksum.isCounted(String.valueOf(row.checksum()));
        return unknown ? Optional.empty() : Optional.of(Edit.of(step, row.checksum(), difference));
    }

    /** In a partial upgrade, the statements that have not yet run may be edited. */
    private Optional<Edit> partial(AppliedRevision row, PreparedStep step) throws SQLException {
        List<String> was = first(row, recorded(row).up());
        List<String> is = first(row, StatementLog.of(step).up());
        List<String> difference = new StatementDiff(was, is, session.dialect().syntax()).lines();
        return difference.isEmpty() ? Optional.empty() : Optional.of(Edit.of(step, null, difference));
    }

    private static List<String> first(AppliedRevision row, List<String> statements) {
        return statements.subList(0, Math.min(row.progress(), statements.size()));
    }

    private StatementLog recorded(AppliedRevision row) throws SQLException {
        return StatementLog.read(session.table().recorded(session.connection(), row.id()));
    }

    /** An edited revision and its present operations. */
    private record Edit(EditedRevision revision, PreparedStep step) {

        static Edit of(PreparedStep step, @Nullable String was, List<String> difference) {
            String is = String.valueOf(step.checksum());
            return new Edit(new EditedRevision(step.revision(), was, is, difference), step);
        }

        Statement.Sql acceptance(DatabaseSession session, AppliedRevision row) {
            return session.table()
                    .notes()
                    .accept(
                            row.id(),
                            String.valueOf(step.checksum()),
                            StatementLog.of(step).text());
        }
    }
}
