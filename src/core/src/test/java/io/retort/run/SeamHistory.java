package io.retort.run;

import io.retort.migration.Migration;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Two revisions whose statements each have a separate visible effect: one runs in a transaction where the product
 * permits it, the other outside a transaction.
 */
final class SeamHistory {

    static final String INSIDE = "s1";
    static final String OUTSIDE = "s2";

    private SeamHistory() {}

    static List<RevisionCode> revisions(TestDatabase database) {
        boolean mysql = database == TestDatabase.MYSQL || database == TestDatabase.MARIADB;
        String onTable = mysql ? " on seam_a" : "";
        return List.of(
                revision(INSIDE, List.of(), true, op -> {
                    op.execute("create table seam_a (id integer not null primary key, n integer)", "drop table seam_a");
                    op.execute("insert into seam_a (id, n) values (1, 0)", "delete from seam_a where id = 1");
                    op.work(
                            "count",
                            connection -> run(
                                    connection,
                                    "update seam_a set n = n + 1 where id = 1",
                                    "insert into seam_a (id, n) values (2, 0)"),
                            connection -> run(
                                    connection,
                                    "delete from seam_a where id = 2",
                                    "update seam_a set n = n - 1 where id = 1"));
                    op.execute("create index ix_seam_a on seam_a (n)", "drop index ix_seam_a" + onTable);
                    op.execute(
                            "update seam_a set n = n + 10 where id = 1", "update seam_a set n = n - 10 where id = 1");
                }),
                revision(OUTSIDE, List.of(INSIDE), false, op -> {
                    op.execute("insert into seam_a (id, n) values (3, 0)", "delete from seam_a where id = 3");
                    op.execute("create table seam_b (id integer not null primary key)", "drop table seam_b");
                    op.execute("alter table seam_a add column extra integer", "alter table seam_a drop column extra");
                    op.execute("insert into seam_b (id) values (1)", "delete from seam_b where id = 1");
                    op.work(
                            "note",
                            connection -> run(connection, "update seam_a set extra = 5 where id = 3"),
                            connection -> run(connection, "update seam_a set extra = null where id = 3"));
                }));
    }

    private static RevisionCode revision(String id, List<String> parents, boolean transactional, Migration migration) {
        RevisionInfo info =
                new RevisionInfo(id, parents, List.of(), List.of(), "seams", null, transactional, "revisions." + id);
        return new RevisionCode(info, () -> migration);
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        for (String sql : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(sql);
            }
        }
    }

    /** Returns whether the database has the effect of each statement of a revision's upgrade, in order. */
    static List<Boolean> effects(TestDb db, String revision) throws SQLException {
        try (Connection connection = db.connect()) {
            return revision.equals(INSIDE)
                    ? List.of(
                            is(connection, "select count(*) + 1 from seam_a", 1),
                            is(connection, "select id from seam_a where id = 1", 1),
                            is(connection, "select count(*) from seam_a where id = 2", 1)
                                    && is(
                                            connection,
                                            "select case when n in (1, 11) then 1 else 0 end"
                                                    + " from seam_a where id = 1",
                                            1),
                            hasIndex(connection),
                            is(connection, "select n from seam_a where id = 1", 10))
                    : List.of(
                            is(connection, "select id from seam_a where id = 3", 3),
                            is(connection, "select count(*) + 1 from seam_b", 1),
                            is(connection, "select case when count(extra) >= 0 then 1 end from seam_a", 1),
                            is(connection, "select id from seam_b", 1),
                            is(connection, "select extra from seam_a where id = 3", 5));
        }
    }

    private static boolean is(Connection connection, String query, int least) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getInt(1) >= least;
        } catch (SQLException missing) {
            return false;
        }
    }

    private static boolean hasIndex(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        for (String table : List.of("seam_a", "SEAM_A")) {
            try (ResultSet rows = connection
                    .getMetaData()
                    .getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
                while (rows.next()) {
                    names.add(String.valueOf(rows.getString("INDEX_NAME")).toLowerCase(java.util.Locale.ROOT));
                }
            } catch (SQLException missing) {
                continue;
            }
        }
        return names.contains("ix_seam_a");
    }
}
