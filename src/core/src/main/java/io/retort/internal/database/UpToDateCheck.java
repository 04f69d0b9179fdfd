package io.retort.internal.database;

import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Checks whether the history table contains exactly some revisions, all of them completely applied and without a backfill
 * that is not complete, so that an upgrade has nothing to do.
 *
 * <p>It sends one query that every product understands and that returns one number. So the usual application start
 * reads no rows and needs no dialect. If the result is no, or the query fails, the rows must be read.
 *
 * @param table the history table
 * @param ids the ids of the revisions
 * @param squashes the ids of the squashes among them; rows of revisions that one of them replaces do not count
 */
public record UpToDateCheck(QualifiedName table, List<String> ids, List<String> squashes) {

    /** With more ids than this the query is slower than reading the rows. */
    private static final int MOST = 5_000;

    /** Creates the check for revisions without squashes. */
    public UpToDateCheck(QualifiedName table, List<String> ids) {
        this(table, ids, List.of());
    }

    /** Returns whether the table contains exactly these revisions, completely applied. A failed query counts as no. */
    public boolean isComplete(Connection connection) {
        return isPlain() && ids.size() <= MOST && isAnswered(connection);
    }

    private boolean isAnswered(Connection connection) {
        try (Statement jdbc = connection.createStatement();
                ResultSet row = jdbc.executeQuery(query())) {
            return row.next() && row.getInt(1) == ids.size();
        } catch (SQLException unavailable) {
            return false;
        }
    }

    /**
     * One sum instead of two counts, because MySQL 8.0.15 returns the first count for both. Distinct, because a
     * duplicate row, in a table without its primary key, must not compensate for a missing one.
     */
    private String query() {
        String replaced =
                squashes.isEmpty() ? "" : " when replaced_by in ('" + String.join("', '", squashes) + "') then 0";
        return "select sum(case when state = 'applied' and in_flight is null and id in ('" + String.join("', '", ids)
                + "') then 1" + replaced
                + " else -1 end) from (select distinct id, state, in_flight"
                + (squashes.isEmpty() ? "" : ", replaced_by")
                + " from " + table + ") r";
    }

    /** A name with a dot in it needs quotes. */
    private boolean isPlain() {
        String schema = table.schema();
        if (!isPlain(table.name(), '_') || schema != null && !isPlain(schema, '_')) {
            return false;
        }
        for (String id : ids) {
            if (!isPlain(id, '-')) {
                return false;
            }
        }
        return true;
    }

    /** Whether a name needs no quotes and cannot contain other SQL. */
    private static boolean isPlain(String name, char besides) {
        for (int i = 0; i < name.length(); i++) {
            char sign = name.charAt(i);
            boolean plain = sign >= 'a' && sign <= 'z' || sign >= '0' && sign <= '9' || sign == '_' || sign == besides;
            if (!plain && !(sign >= 'A' && sign <= 'Z')) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
