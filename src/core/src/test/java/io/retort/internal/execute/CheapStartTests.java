package io.retort.internal.execute;

import static io.retort.internal.execute.Fleet.revision;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.RunReport;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;

class CheapStartTests {

    private final Fleet fleet = new Fleet();

    @AfterEach
    void stop() {
        fleet.close();
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void whereNothingIsPendingThereIsOneQueryAndNoLockAndNoRevisionIsLoaded(TestDb db) {
        RevisionCode good = revision("a1", "", op -> op.execute("create table account (id integer primary key)"));
        Retort.on(db.dataSource(), List.of(() -> List.of(good))).upgrade("head");
        RevisionCode unloadable = new RevisionCode(good.info(), () -> {
            throw new AssertionError("loaded");
        });
        CountingDataSource counting = new CountingDataSource(db.dataSource());

        RunReport report =
                Retort.on(counting.source(), List.of(() -> List.of(unloadable))).upgrade("head");

        assertThat(report.steps()).isEmpty();
        assertThat(report.before()).isEqualTo(report.after()).containsExactly("a1");
        assertThat(counting.sent()).hasSize(1).first().asString().startsWith("select sum(case when state");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2})
    void aPooledConnectionGoesBackAsItCame(TestDb db) throws SQLException {
        DataSource pool = fleet.pool(db, 1);
        List<String> before = settings(db, pool);
        List<List<String>> meanwhile = new ArrayList<>();
        RevisionCode looking =
                revision("a1", "", op -> op.work("look", connection -> meanwhile.add(settings(db, connection))));

        Retort.on(pool, List.of(() -> List.of(looking))).upgrade("head");

        assertThat(settings(db, pool)).isEqualTo(before);
        assertThat(meanwhile).hasSize(1).first().isNotEqualTo(before);
    }

    private static List<String> settings(TestDb db, DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return settings(db, connection);
        }
    }

    private static List<String> settings(TestDb db, Connection connection) throws SQLException {
        String query = switch (db.database()) {
            case POSTGRESQL ->
                "select current_setting('lock_timeout') || current_setting('client_connection_check_interval') || coalesce(current_setting('retort.lock', true), '')";
            case H2 -> "select lock_timeout()";
            default -> "select concat(@@session.lock_wait_timeout, ' ', @@session.innodb_lock_wait_timeout)";
        };
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return List.of(row.getString(1));
        }
    }

    @OnDatabases(POSTGRESQL)
    void aRoleWithRightsOnItsSchemaOnlyIsEnough(TestDb db) throws SQLException {
        db.execute(
                "drop role if exists retort_few",
                "create role retort_few login password 'few' nosuperuser",
                "create schema few authorization retort_few",
                "revoke all on schema public from public",
                "alter role retort_few set search_path = few");
        Retort few = Retort.on(
                fleet.pool(db, "retort_few", "few", 1),
                List.of(() -> List.of(revision("a1", "", op -> op.execute("create table account (id integer)")))));

        assertThat(few.upgrade("head").steps()).hasSize(1);
        assertThat(few.upgrade("head").steps()).isEmpty();
        assertThat(db.query("select tableowner from pg_tables where schemaname = 'few' order by tablename"))
                .containsExactly("retort_few", "retort_few");
        fleet.close();
        db.execute("drop owned by retort_few cascade", "drop role retort_few");
    }

    @OnDatabases({MARIADB, MYSQL})
    void aUserWithRightsOnOneDatabaseIsEnough(TestDb db) throws SQLException {
        db.execute("drop user if exists retort_few", "create user retort_few identified by 'few'");
        db.execute("grant all on " + db.query("select database()").get(0) + ".* to retort_few");
        Retort few = Retort.on(
                fleet.pool(db, "retort_few", "few", 1),
                List.of(() -> List.of(revision("a1", "", op -> op.execute("create table account (id integer)")))));

        assertThat(few.upgrade("head").steps()).hasSize(1);
        assertThat(few.upgrade("head").steps()).isEmpty();
        db.execute("drop user retort_few");
    }

    @OnDatabases(H2)
    void aUserOfH2WhoSeesNoOtherSessionsIsEnoughWithTwoConnections(TestDb db) throws SQLException {
        db.execute("create user few password 'few'", "create schema few authorization few");
        Retort few = Retort.on(
                fleet.pool(db, "few", "few", 2, "set schema few"),
                List.of(() -> List.of(revision("a1", "", op -> op.execute("create table account (id integer)")))));

        assertThat(few.upgrade("head").steps()).hasSize(1);
        assertThat(few.upgrade("head").steps()).isEmpty();
    }
}
