package io.retort.diff.oracle;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.RevisionResult;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.models.hostile.HostileOrder;
import io.retort.diff.models.hostile.HostileUser;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;

/** Entities with hostile names: written, compiled, upgraded, checked in the catalog, compared, downgraded. */
class HostileEntitiesTests {

    private static final List<String> MESSAGES = List.of(
            "add */ System.exit(1); /* it's \"quoted\"",
            "\\u002a/ \\",
            "a\nb\r\n-- upgrade\ndrop table canary;",
            "$$ ${x} [(y)] [[z]] <b>");

    @TempDir
    Path folder;

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void theirNamesAreQuotedRightAndNothingIsInjected(TestDb db) throws SQLException {
        db.execute("create table canary (id bigint primary key)");
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(HostileOrder.class, HostileUser.class)) {
            RevisionResult written = project.revision("hostile", hibernate.metadata());
            assertThat(written.difference().skipped()).isEmpty();
            project.retort().upgrade("head");

            assertThat(tables(db)).contains("order", "group by", "x; drop table canary; --", "canary");
            assertThat(columns(db))
                    .contains("it's", "x; drop table canary; --", "a b", "gr\u00f6\u00dfe", "\u540d\u524d", "a\\b")
                    .contains("$$ ${x} ? :y %s", "-- id", "/* note", "select", "from", "where", "n".repeat(63));
            assertThat(project.difference(hibernate.metadata()).operations())
                    .as("a second comparison")
                    .isEmpty();

            project.retort().downgrade("base");
            assertThat(tables(db)).containsExactlyInAnyOrder("canary", "retort_revision");
        }
    }

    @OnDatabases(H2)
    void aMessageCannotBreakOutOfTheFileThatSaysIt(TestDb db) throws SQLException {
        db.execute("create table canary (id bigint primary key)");
        for (int i = 0; i < MESSAGES.size(); i++) {
            WrittenProject project = new WrittenProject(folder.resolve("p" + i), db);
            try (Bootstrap hibernate = Bootstrap.on(db).entities(HostileUser.class)) {
                project.revision(MESSAGES.get(i), hibernate.metadata());
                project.retort().upgrade("head");
                assertThat(project.latest().info().message())
                        .isEqualTo(MESSAGES.get(i).replaceAll("\\s+", " "));
                project.retort().downgrade("base");
            }
        }
        assertThat(tables(db)).contains("canary");
    }

    private static List<String> tables(TestDb db) throws SQLException {
        if (db.database() == SQLITE) {
            return lower(db.query("select name from sqlite_master where type = 'table'"));
        }
        return names(db, "select table_name from information_schema.tables where table_schema = ");
    }

    private static List<String> columns(TestDb db) throws SQLException {
        if (db.database() == SQLITE) {
            return lower(db.query("select c.name from sqlite_master t, pragma_table_info(t.name) c"));
        }
        return names(db, "select column_name from information_schema.columns where table_schema = ");
    }

    private static List<String> names(TestDb db, String query) throws SQLException {
        String schema = db.database() == MYSQL || db.database() == MARIADB ? "database()" : "current_schema";
        return lower(db.query(query + schema));
    }

    private static List<String> lower(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }
}
