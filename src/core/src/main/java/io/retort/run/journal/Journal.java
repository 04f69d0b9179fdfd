package io.retort.run.journal;

import io.retort.dialect.Dialect;
import io.retort.run.catalog.Facts;
import io.retort.run.database.AppliedRevision;
import io.retort.run.database.AppliedTable;
import io.retort.run.prepare.PreparedStep;
import io.retort.run.prepare.Recording;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notes how far each step is, where no transaction can hold the whole of it.
 *
 * @param table the table of revisions, which keeps the notes
 * @param connection the one that works
 * @param user who applies the revisions; null if the database does not say
 */
public record Journal(
        AppliedTable table, Connection connection, @Nullable String user) {

    /** Whether a step needs notes about its statements. */
    public boolean covers(PreparedStep step) {
        return !(dialect().transactionalDdl() && step.transactional())
                && !step.places().isEmpty();
    }

    /**
     * Opens the page of a step that begins or goes on.
     *
     * @throws io.retort.error.RetortException if it cannot go on, because what ran already was edited
     */
    public Page open(PreparedStep step) throws SQLException {
        Optional<AppliedRevision> row = row(step);
        Recording recorded = row.isEmpty()
                ? Recording.NONE
                : Recording.read(table.recorded(connection, step.revision().id()));
        return row.filter(AppliedRevision::isHalf)
                .map(half -> HalfDone.goOn(this, step, half, recorded))
                .orElseGet(() -> Page.begin(this, step, recorded));
    }

    Optional<AppliedRevision> row(PreparedStep step) throws SQLException {
        return table.read(connection).revisions().stream()
                .filter(applied -> applied.id().equals(step.revision().id()))
                .findFirst();
    }

    Facts facts() {
        return Facts.of(connection, dialect());
    }

    /** Whether a line of a catalog is about Retort's own tables, which come and go as runs do. */
    boolean isOwn(String line) {
        String own = dialect().identifiers().stored(table.name().name());
        return line.toLowerCase(Locale.ROOT).contains(own.toLowerCase(Locale.ROOT));
    }

    Dialect dialect() {
        return table.dialect();
    }
}
