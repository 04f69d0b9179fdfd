package io.retort.run;

import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.internal.history.SqlRevisions;
import io.retort.run.FaultInjector.Fault;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The number of queries of an application start. A network adds its latency to each of them, so an additional one must
 * be worth it. The numbers of commit 79645d7, without session state and detection of silence, are given for comparison.
 */
class RoundTripsTests {

    private final List<RevisionCode> revisions = new ArrayList<>();

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void nothingPendingIsOneQuery(TestDb db) {
        add("");
        start(db);

        assertThat(start(db)).hasSize(1);
    }

    /** Before: 18 on PostgreSQL, 22 on MariaDB and MySQL. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void oneRevisionOfDefinitions(TestDb db) {
        add("");
        start(db);
        add("create index ix_r2 on r2 (code);");

        assertThat(start(db)).hasSize(db.database() == TestDatabase.POSTGRESQL ? 14 : 20);
    }

    /** Before: 18 on PostgreSQL, 20 on MariaDB and MySQL. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void oneRevisionWithRows(TestDb db) {
        add("");
        start(db);
        add("insert into r2 values (1, 'a');");

        assertThat(start(db)).hasSize(db.database() == TestDatabase.POSTGRESQL ? 16 : 20);
    }

    private void add(String sql) {
        int number = revisions.size() + 1;
        revisions.add(SqlRevisions.parse(
                "-- revision: a" + number + "\n" + (number == 1 ? "" : "-- parent: a" + (number - 1) + "\n")
                        + "-- message: step\n\n-- upgrade\ncreate table r" + number
                        + " (id integer primary key, code varchar(40));\n" + sql + "\n-- downgrade\n",
                "a" + number + "_step.sql",
                Map.of()));
    }

    private List<String> start(TestDb db) {
        FaultInjector counting = new FaultInjector(db.dataSource(), Fault.NONE);
        Retort.on(counting.dataSource(), List.of(() -> List.copyOf(revisions))).upgrade("head");
        return counting.seams().stream()
                .filter(call -> call.startsWith("execute") || call.equals("commit"))
                .toList();
    }
}
