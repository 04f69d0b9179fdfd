package io.retort.diff.faithful;

import io.retort.testkit.DatabaseServer;
import io.retort.testkit.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** The databases with which entities are compared. To add one, add a constant. */
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

    /** All databases, or in a short build only the given ones. */
    static List<TestDatabase> of(TestDatabase... soon) {
        return List.of(Boolean.getBoolean("retort.full") ? all() : soon);
    }

    /** The available ones. The others are reported, because nothing is skipped silently. */
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
