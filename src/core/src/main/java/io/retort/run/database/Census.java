package io.retort.run.database;

import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Asks a database whether it has exactly some revisions, each of them whole: then an upgrade to them has nothing to do.
 *
 * <p>One query that every product understands, answered by one number: the usual start of an application reads no row and
 * knows no dialect. Where the answer is no, or there is none, somebody has to look closely.
 *
 * @param table the table of revisions
 * @param ids of the revisions
 */
public record Census(QualifiedName table, List<String> ids) {

    /** With more ids than this a query becomes a burden; reading the rows is better then. */
    private static final int MOST = 5_000;

    /** Whether the database has these revisions, whole, and no other. Asks nothing else; a refusal means no. */
    public boolean isComplete(Connection connection) {
        return isPlain() && ids.size() <= MOST && isAnswered(connection);
    }

    private boolean isAnswered(Connection connection) {
        try (Statement jdbc = connection.createStatement();
                ResultSet row = jdbc.executeQuery(query())) {
            return row.next() && row.getInt(1) == ids.size();
        } catch (SQLException untold) {
            return false;
        }
    }

    /**
     * One sum, and no two counts: MySQL 8.0.15 answers the second of those with the first. A row that is there twice, in a
     * table that has lost its primary key, must not stand for one that is missing.
     */
    private String query() {
        return "select sum(case when state = 'applied' and id in ('" + String.join("', '", ids)
                + "') then 1 else -1 end) from (select distinct id, state from " + table + ") r";
    }

    /** A dot in a name belongs to the name, and such a name needs quotes. */
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

    /** Whether a name needs no quotes, and has nothing in it that could be more than a name. */
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
