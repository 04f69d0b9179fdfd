package io.retort.reliability;

import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.reliability.process.Instance;
import io.retort.reliability.server.Proxy;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.util.Map;

/** Closes all connections to the database in the middle of a data step. */
class BrokenNetworkTests {

    private static final int ROWS = 4000;

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void isAClearErrorAndTheNextStartConverges(TestDb db) throws Exception {
        try (Proxy network = new Proxy(Proxy.portOf(db.url()));
                Instance instance = Instance.start(network.through(db.url()), db, "bulk-" + ROWS, Map.of())) {
            assertThat(instance.awaitLine("step 0002cafe")).as(instance.text()).isTrue();
            long before = network.bytes();
            Eventually.is(() -> network.bytes() > before + 200_000 || !instance.isAlive());
            network.cut();
            Converging.failed(instance);
        }
        Converging.converges(db, "bulk-" + ROWS, ROWS);
        Figures.add(
                "The network breaks in the middle of a data step",
                db.server().toString(),
                "exit 1 with the revision and the position, the next start completed it");
    }
}
