package io.retort.reliability;

import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.reliability.process.Instance;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;

/** A process is killed after it has recorded an adopted base, while the next revision runs. */
class KilledAdoptionTests {

    @OnDatabases({POSTGRESQL, MARIADB})
    void theNextStartContinuesAfterTheBase(TestDb db) throws Exception {
        db.execute("create table first_one (id bigint primary key)", "insert into first_one values (7)");
        try (Instance sleeping = Instance.start(db, "adopting-sleeping")) {
            assertThat(sleeping.awaitLine("sleeping")).as(sleeping.text()).isTrue();
            sleeping.kill();
        }
        assertThat(db.query("select id, state, recorded from retort_revision where id = '0000cafe'"))
                .containsExactly("0000cafe|applied|adopted from an existing schema");

        try (Instance next = Instance.start(db, "adopting")) {
            assertThat(next.exit()).as(next.text()).isZero();
        }
        assertThat(db.query("select id from first_one order by id")).containsExactly("1", "7");
        assertThat(db.query("select id from next_one")).containsExactly("2");
        assertThat(db.query("select id, state from retort_revision order by id"))
                .containsExactly("0000cafe|applied", "0001cafe|applied");
    }

    @OnDatabases({POSTGRESQL, MARIADB})
    void ofThreeProcessesOneRecords(TestDb db) throws Exception {
        db.execute("create table first_one (id bigint primary key)", "insert into first_one values (7)");
        try (Instance one = Instance.start(db, "adopting");
                Instance two = Instance.start(db, "adopting");
                Instance three = Instance.start(db, "adopting")) {
            for (Instance instance : new Instance[] {one, two, three}) {
                assertThat(instance.exit()).as(instance.text()).isZero();
            }
        }
        assertThat(db.query("select id from first_one order by id")).containsExactly("1", "7");
        assertThat(db.query("select id, state from retort_revision order by id"))
                .containsExactly("0000cafe|applied", "0001cafe|applied");
    }
}
