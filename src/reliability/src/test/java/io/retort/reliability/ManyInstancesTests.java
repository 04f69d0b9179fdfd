package io.retort.reliability;

import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.reliability.process.Instance;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Many instances start at the same time on an empty database. */
class ManyInstancesTests {

    private static final int REVISIONS = 50;

    private static final int INSTANCES = Integer.getInteger("reliability.instances", 6);

    @OnDatabases({POSTGRESQL, MARIADB})
    void eachRevisionRunsExactlyOnceAndAllEndWell(TestDb db) throws Exception {
        List<Instance> instances = new ArrayList<>();
        for (int i = 0; i < INSTANCES; i++) {
            instances.add(Instance.start(db, "counting-" + REVISIONS));
        }
        int done = 0;
        for (Instance instance : instances) {
            assertThat(instance.exit()).as(instance.text()).isZero();
            done += stepsOf(instance);
        }

        assertThat(db.query("select revision from ran order by revision"))
                .containsExactlyElementsOf(
                        IntStream.range(1, REVISIONS).mapToObj(String::valueOf).toList());
        assertThat(noted(db)).isEqualTo(REVISIONS);
        assertThat(done).as("steps run by all instances together").isEqualTo(REVISIONS);
        Figures.add(
                INSTANCES + " JVMs start at once on an empty database of " + REVISIONS + " revisions",
                db.server().toString(),
                REVISIONS + " steps run once each, " + INSTANCES + " exits with 0");
    }

    private static int stepsOf(Instance instance) {
        return instance.text()
                .lines()
                .filter(line -> line.startsWith("done "))
                .mapToInt(line -> Integer.parseInt(line.substring(5)))
                .sum();
    }

    private static int noted(TestDb db) throws SQLException {
        return Integer.parseInt(db.query("select count(*) from retort_revision").get(0));
    }
}
