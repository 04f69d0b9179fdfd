package io.retort.sample.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Retort's table of applied revisions, read as it is. */
@Component
class RevisionTable {

    private static final String QUERY = """
            select id, parents, message, state, applied_at, applied_by, duration_ms
            from retort_revision
            order by applied_at desc, id
            """;

    private final JdbcTemplate jdbc;

    RevisionTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What the database has applied; empty if Retort has not been here yet. */
    Optional<History> read() {
        try {
            return Optional.of(new History(jdbc.query(QUERY, (row, number) -> revision(row))));
        } catch (BadSqlGrammarException noTable) {
            return Optional.empty();
        }
    }

    private static AppliedRevision revision(ResultSet row) throws SQLException {
        return new AppliedRevision(
                row.getString("id"),
                parents(row.getString("parents")),
                row.getString("message"),
                row.getString("state"),
                row.getObject("applied_at", LocalDateTime.class),
                row.getString("applied_by"),
                row.getLong("duration_ms"));
    }

    private static List<String> parents(@Nullable String joined) {
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split("[,\\s]+"))
                        .filter(id -> !id.isEmpty())
                        .toList();
    }
}
