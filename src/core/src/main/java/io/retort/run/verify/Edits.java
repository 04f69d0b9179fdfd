package io.retort.run.verify;

import io.retort.operation.Statement;
import io.retort.revision.Direction;
import io.retort.revision.plan.Step;
import io.retort.run.database.AppliedRevision;
import io.retort.run.database.AppliedState;
import io.retort.run.database.Session;
import io.retort.run.prepare.Checksum;
import io.retort.run.prepare.Difference;
import io.retort.run.prepare.Preparation;
import io.retort.run.prepare.PreparedStep;
import io.retort.run.prepare.Recording;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds revisions that were edited after they ran.
 *
 * @param session the database
 * @param preparation computes the present operations of a revision
 */
public record Edits(Session session, Preparation preparation) {

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
        return row.isHalf() ? half(row, step) : whole(row, step);
    }

    private Optional<Edit> whole(AppliedRevision row, PreparedStep step) throws SQLException {
        if (Objects.equals(row.checksum(), step.checksum())) {
            return Optional.empty();
        }
        List<String> was = recorded(row).up();
        List<String> is = Recording.of(step).up();
        List<String> difference = was.isEmpty()
                ? List.of()
                : new Difference(was, is, session.dialect().syntax()).lines();
        boolean unknown = difference.isEmpty() && !Checksum.isCounted(String.valueOf(row.checksum()));
        return unknown ? Optional.empty() : Optional.of(Edit.of(step, row.checksum(), difference));
    }

    /** In a partial upgrade, the statements that have not yet run may be edited. */
    private Optional<Edit> half(AppliedRevision row, PreparedStep step) throws SQLException {
        List<String> was = first(row, recorded(row).up());
        List<String> is = first(row, Recording.of(step).up());
        List<String> difference = new Difference(was, is, session.dialect().syntax()).lines();
        return difference.isEmpty() ? Optional.empty() : Optional.of(Edit.of(step, null, difference));
    }

    private static List<String> first(AppliedRevision row, List<String> statements) {
        return statements.subList(0, Math.min(row.progress(), statements.size()));
    }

    private Recording recorded(AppliedRevision row) throws SQLException {
        return Recording.read(session.table().recorded(session.connection(), row.id()));
    }

    /** An edited revision and its present operations. */
    private record Edit(EditedRevision revision, PreparedStep step) {

        static Edit of(PreparedStep step, @Nullable String was, List<String> difference) {
            String is = String.valueOf(step.checksum());
            return new Edit(new EditedRevision(step.revision(), was, is, difference), step);
        }

        Statement.Sql acceptance(Session session, AppliedRevision row) {
            return session.table()
                    .notes()
                    .accept(
                            row.id(),
                            String.valueOf(step.checksum()),
                            Recording.of(step).text());
        }
    }
}
