package io.retort.internal.session;

import static io.retort.internal.execute.Fleet.revision;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.RunReport;
import io.retort.internal.execute.CountingDataSource;
import io.retort.internal.execute.Fleet;
import io.retort.run.MigrationFailedException;
import io.retort.schema.QualifiedName;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

/** Each revision, and the application after it, finds the session unchanged by earlier revisions. */
class SessionIsolationTests {

    private final Fleet fleet = new Fleet();

    @AfterEach
    void stop() {
        fleet.close();
    }

    /** Every setting in the server's catalog that accepts another value, one revision each. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, SQLITE})
    void everySettingOfTheCatalogIsRestored(TestDb db) throws SQLException {
        List<String> changes = new SessionOracle(db.database()).changes(db.dataSource());
        System.out.println("[isolation] " + db.database() + ": " + changes.size() + " settings");

        assertThat(changes).hasSizeGreaterThan(db.database() == SQLITE ? 15 : 60);
        if (db.database() == POSTGRESQL || db.database() == SQLITE) {
            assertIsolated(db, without(changes, "pragma query_only"), false);
        }
        assertIsolated(db, without(changes, "pragma (synchronous|temp_store)"), true);
    }

    /** Without a setting that the product, or an updated journal, does not permit there. */
    private static List<String> without(List<String> changes, String start) {
        return changes.stream().filter(change -> !change.matches(start + " .*")).toList();
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void whatElseASessionKeepsIsRestored(TestDb db) throws SQLException {
        List<String> changes = switch (db.database()) {
            case POSTGRESQL ->
                List.of(
                        "select set_config('search_path', '', false)",
                        "set session_replication_role = replica",
                        "set role pg_monitor",
                        "set session authorization pg_monitor",
                        "set app.tenant = 'x'",
                        "do $$ begin perform set_config('app.tenant', 'y', false); end $$",
                        "create temp table leftover (id integer)",
                        "create temp view leftover as select 1 as one",
                        "prepare leftover as select 1",
                        "listen leftover",
                        "declare leftover cursor with hold for select 1",
                        "select pg_advisory_lock(4711)",
                        "select pg_advisory_lock_shared(4711)",
                        "reset all",
                        "set session characteristics as transaction isolation level serializable",
                        "set time zone interval '+03:00' hour to minute");
            case MARIADB, MYSQL ->
                List.of(
                        "use mysql",
                        "set names utf8",
                        "set @mine = 5",
                        "set @mine = 'five', sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'",
                        "set foreign_key_checks = 0, unique_checks = 0",
                        "set timestamp = 1000",
                        "create temporary table leftover (id integer)",
                        "set session transaction isolation level serializable",
                        "/*!40101 SET TIME_ZONE='+03:00' */");
            case H2 ->
                List.of(
                        "create schema if not exists other",
                        "set schema other",
                        "set schema_search_path other",
                        "set lock_timeout 77",
                        "set query_timeout 60000",
                        "set time zone '+03:00'",
                        "set @mine = 5",
                        "create local temporary table leftover (id integer)",
                        "set variable_binary true",
                        "set truncate_large_length true",
                        "set non_keywords day",
                        "set session characteristics as transaction isolation level serializable");
            case HSQLDB ->
                List.of(
                        "create schema if not exists other",
                        "set schema other",
                        "set time zone interval '3:00' hour to minute",
                        "set ignorecase true",
                        "set session result memory rows 5",
                        "set session characteristics as transaction isolation level serializable",
                        "declare local temporary table leftover (id integer)");
            default ->
                List.of(
                        "attach database ':memory:' as other",
                        "create temp table leftover (id integer)",
                        "create temp view leftover2 as select 1 as one",
                        "pragma case_sensitive_like = 1",
                        "pragma foreign_keys = 1");
        };

        assertIsolated(db, changes, true);
        assertIsolated(db, changes, false);
    }

    /** Each revision first checks the session, then changes one setting. */
    private void assertIsolated(TestDb db, List<String> changes, boolean transactional) throws SQLException {
        SessionOracle oracle = new SessionOracle(db.database());
        DataSource pool = fleet.pool(db, 1);
        Map<String, String> pooled = state(oracle, pool);
        List<Map<String, String>> seen = new ArrayList<>();
        List<RevisionCode> revisions = new ArrayList<>();
        String prefix = transactional ? "t" : "n";
        String parent = "";
        for (int i = 0; i <= changes.size(); i++) {
            String id = prefix + (1000 + i);
            String change = i == changes.size() ? null : changes.get(i);
            revisions.add(revision(id, parent, transactional, op -> {
                op.work("look", connection -> seen.add(oracle.state(connection)));
                if (change != null) {
                    op.execute(change);
                }
            }));
            parent = id;
        }
        Retort retort = Retort.on(pool, List.of(() -> revisions)).with(table("retort_" + prefix));
        RunReport report = retort.upgrade("head");

        assertThat(report.steps()).hasSize(changes.size() + 1);
        Map<String, Map<String, String>> influenced = new LinkedHashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            Map<String, String> difference = difference(seen.get(0), seen.get(i + 1));
            if (!difference.isEmpty()) {
                influenced.put(changes.get(i), difference);
            }
        }
        assertThat(influenced).isEmpty();
        assertThat(difference(pooled, state(oracle, pool))).isEmpty();
    }

    private static RetortOptions table(String name) {
        return RetortOptions.STANDARD.withTable(QualifiedName.parse(name));
    }

    private static Map<String, String> state(SessionOracle oracle, DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return oracle.state(connection);
        }
    }

    private static Map<String, String> difference(Map<String, String> before, Map<String, String> after) {
        Map<String, String> difference = new TreeMap<>();
        before.forEach((name, value) -> {
            if (!value.equals(after.get(name))) {
                difference.put(name, value + " -> " + after.get(name));
            }
        });
        after.forEach((name, value) -> {
            if (!before.containsKey(name)) {
                difference.put(name, "none -> " + value);
            }
        });
        return difference;
    }

    /** The first statement of a pg_dump file, then a table without a schema. */
    @OnDatabases({POSTGRESQL})
    void anEmptySearchPathHidesNeitherTheHistoryNorTheNextTable(TestDb db) throws SQLException {
        DataSource pool = fleet.pool(db, 1);
        RunReport report = upgrade(
                pool,
                revision("a1", "", op -> {
                    op.execute("select pg_catalog.set_config('search_path', '', false)");
                    op.execute("set session_replication_role = replica");
                    op.execute("create table public.account (id integer primary key)");
                    op.execute("create table public.entry (account integer references public.account)");
                }),
                revision("b2", "a1", op -> op.execute("create table note (id integer)")),
                revision("c3", "b2", false, op -> {
                    op.execute("select pg_catalog.set_config('search_path', '', false)");
                    op.execute("create index concurrently ix_entry on public.entry (account)");
                }));

        assertThat(report.steps()).hasSize(3);
        try (Connection connection = pool.getConnection()) {
            assertThat(SessionOracle.texts(connection, "select id from public.retort_revision order by id"))
                    .containsExactly("a1", "b2", "c3");
            assertThat(SessionOracle.texts(connection, "select count(*) from public.note"))
                    .containsExactly("0");
        }
        assertThatThrownBy(() -> upgrade(
                        pool,
                        revision("a1", "", op -> {}),
                        revision("b2", "a1", op -> {}),
                        revision("c3", "b2", op -> {}),
                        revision("d4", "c3", op -> op.execute("insert into entry values (7)"))))
                .as("an orphan")
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("foreign key");
    }

    @OnDatabases({MARIADB, MYSQL})
    void checksThatARevisionSwitchesOffAreOnInTheNext(TestDb db) throws SQLException {
        DataSource pool = fleet.pool(db, 1);
        RevisionCode off = revision("a1", "", op -> {
            op.execute("create table account (id integer primary key) engine = innodb");
            op.execute(
                    "create table entry (account integer, foreign key (account) references account (id)) engine = innodb");
            op.execute("set foreign_key_checks = 0");
            op.execute("insert into entry values (1)");
            op.execute("create database if not exists elsewhere");
            op.execute("use elsewhere");
            op.execute("set sql_mode = ''");
        });
        RevisionCode next = revision("b2", "a1", op -> op.execute("create table note (id integer)"));
        RevisionCode orphan = revision("c3", "b2", op -> op.execute("insert into entry values (2)"));

        assertThatThrownBy(() -> upgrade(pool, off, next, orphan))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("foreign key");

        try (Connection connection = pool.getConnection()) {
            assertThat(SessionOracle.texts(connection, "select id from retort_revision order by id"))
                    .containsExactly("a1", "b2");
            assertThat(SessionOracle.texts(connection, "select count(*) from note"))
                    .containsExactly("0");
            assertThat(SessionOracle.texts(connection, "select account from entry"))
                    .containsExactly("1");
        }
    }

    /** A failed revision leaves no settings. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aFailedRevisionLeavesNothingInThePool(TestDb db) throws SQLException {
        SessionOracle oracle = new SessionOracle(db.database());
        String setting = switch (db.database()) {
            case POSTGRESQL -> "set statement_timeout = 60000";
            case H2 -> "set query_timeout 60000";
            case HSQLDB -> "set ignorecase true";
            case SQLITE -> "pragma recursive_triggers = 1";
            default -> "set foreign_key_checks = 0";
        };
        for (boolean transactional : new boolean[] {true, false}) {
            DataSource pool = fleet.pool(db, 1);
            Map<String, String> before = state(oracle, pool);

            assertThatThrownBy(() -> upgrade(pool, revision("a1", "", transactional, op -> {
                        op.execute(setting);
                        op.execute("insert into missing values (1)");
                    })))
                    .isInstanceOf(MigrationFailedException.class);

            assertThat(difference(before, state(oracle, pool))).isEmpty();
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, SQLITE})
    void definitionsAskNothingAboutTheSession(TestDb db) {
        CountingDataSource counting = new CountingDataSource(db.dataSource());
        String state = marker(db);

        upgrade(counting.source(), revision("a1", "", op -> op.execute("create table account (id integer)")));
        assertThat(counting.sent()).noneMatch(sql -> sql.contains(state));

        upgrade(
                counting.source(),
                revision("a1", "", op -> {}),
                revision("b2", "a1", op -> op.execute("insert into account values (1)")),
                revision("c3", "b2", op -> op.execute("create table more (id integer)")));
        assertThat(counting.sent().stream().filter(sql -> sql.contains(state))).hasSize(2);
    }

    private static String marker(TestDb db) {
        return switch (db.database()) {
            case POSTGRESQL -> "s.source = 'session'";
            case H2 -> "session_state";
            case SQLITE -> "pragma_foreign_keys";
            case MYSQL -> "session_variables";
            default -> "system_variables";
        };
    }

    private static RunReport upgrade(DataSource pool, RevisionCode... revisions) {
        return Retort.on(pool, List.of(() -> List.of(revisions))).upgrade("head");
    }
}
