package io.retort.diff.inspect;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** One schema with everything in it per product, read into a text that people have looked through. */
class KitchenSinkTests {

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void everythingIsReadAsItIs(TestDb db) throws SQLException {
        db.execute(resource(db.database() + ".sql").split(";\n"));
        try (Connection connection = db.connect()) {
            String text = SnapshotText.of(Names.inspector(db.database()).inspect(connection, Scope.CURRENT));
            System.out.println(text);
            assertThat(text).isEqualTo(resource(db.database() + ".txt"));
        }
    }

    private static String resource(String name) {
        try (InputStream file = KitchenSinkTests.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
