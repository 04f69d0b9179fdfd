package io.retort.run.database;

import io.retort.dialect.Dialect;
import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection, and what was found on it.
 *
 * @param connection open, in auto-commit mode
 * @param dialect how the database is spoken to
 * @param table its table of revisions
 * @param applied the revisions that it has, oldest first
 * @param description product, version and URL, without secrets
 * @param user who is connected
 */
public record Session(
        Connection connection,
        Dialect dialect,
        AppliedTable table,
        List<AppliedRevision> applied,
        String description,
        @Nullable String user) {

    public Session {
        applied = List.copyOf(applied);
    }

    /** The ids of the applied revisions, of those too that are not wholly taken back. */
    public List<String> appliedIds() {
        return applied.stream()
                .filter(AppliedRevision::counts)
                .map(AppliedRevision::id)
                .toList();
    }
}
