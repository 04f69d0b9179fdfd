package io.retort.diff.faithful;

import io.retort.testkit.DatabaseServer;
import io.retort.testkit.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** The databases that entities are compared with. A new one is one more word here. */
enum Products {
    POSTGRESQL_15,
    POSTGRESQL,
    MARIADB,
    MYSQL,
    H2,
    HSQLDB,
    SQLITE;

    static TestDatabase[] all() {
        return Stream.of(values())
                .map(product -> TestDatabase.valueOf(product.name()))
                .toArray(TestDatabase[]::new);
    }

    /** All, or in a build that must end soon only the named ones. */
    static List<TestDatabase> of(TestDatabase... soon) {
        return List.of(Boolean.getBoolean("retort.full") ? all() : soon);
    }

    /** Those of them that can be had; the others are told, for nothing is left out in silence. */
    static Stream<TestDatabase> toBeHad(List<TestDatabase> databases) {
        return databases.stream().filter(database -> {
            try {
                DatabaseServer server = database.server();
                return server != null;
            } catch (TestAbortedException e) {
                System.out.println("[left out] " + e.getMessage());
                return false;
            }
        });
    }
}
