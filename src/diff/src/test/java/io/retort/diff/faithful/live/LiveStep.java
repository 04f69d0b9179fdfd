package io.retort.diff.faithful.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A step of a change of the live schema. */
@FunctionalInterface
interface LiveStep {

    /** Returns the statements for the database as it is now. */
    List<String> statements(TestDb db) throws SQLException;

    static List<LiveStep> sql(String... statements) {
        return List.of(db -> List.of(statements));
    }

    /**
     * Recreates a table with a modified statement, where SQLite has no statement for the change.
     *
     * @param table the table
     * @param words the pattern to replace, which matches once
     * @param others the replacement
     */
    static LiveStep edited(String table, String words, String others) {
        return db -> {
            List<String> statements = new ArrayList<>(List.of("drop table " + table));
            for (String sql : statementsOf(table, db)) {
                boolean itself = sql.regionMatches(true, 0, "create table", 0, 12);
                statements.add(itself ? replaced(sql, words, others) : sql);
            }
            return statements;
        };
    }

    private static List<String> statementsOf(String table, TestDb db) throws SQLException {
        return db.query("select sql from sqlite_master where sql is not null and tbl_name = '" + table
                + "' order by type = 'table' desc, name");
    }

    private static String replaced(String sql, String words, String others) {
        assertThat(sql).containsPattern("(?i)" + words);
        return sql.replaceFirst("(?i)" + words, others);
    }
}
