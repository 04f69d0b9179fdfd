package io.retort.diff.internal.inspect;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;

/** A schema per product with every kind of object, read into a text that was reviewed. */
class KitchenSinkTests {

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void everythingIsReadAsItIs(TestDb db) throws SQLException {
        db.execute(Resources.text(db.database() + ".sql").split(";\n"));
        try (Connection connection = db.connect()) {
            String text =
                    SnapshotText.of(InspectedProducts.inspector(db.database()).inspect(connection, Scope.CURRENT));
            assertThat(text).isEqualTo(Resources.text(db.database() + ".txt"));
        }
    }
}
