package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.models.Items;
import io.retort.diff.oracle.WrittenProject;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dfill} with an expression writes batches for a large table of a server, and one update otherwise. */
class FilledLargeTableTests {

    private static final int LARGE = 10_000;

    @TempDir
    Path folder;

    static final class After {

        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            long id;

            @Column(nullable = false)
            String note;

            @Column(nullable = false)
            String label;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void aLargeTableIsFilledInBatches(TestDb db) throws Exception {
        boolean server = db.database() != H2;
        String written = filled(db, LARGE);

        assertThat(written.contains("op.backfill(")).isEqualTo(server);
        assertThat(written.contains("\"update item set ")).isEqualTo(!server);
        assertThat(db.query("select count(*), count(note), count(label), min(label) from item"))
                .containsExactly(LARGE + "|" + LARGE + "|" + LARGE + "|label 1");
    }

    @OnDatabases({POSTGRESQL, MARIADB})
    void aSmallTableIsFilledByOneUpdate(TestDb db) throws Exception {
        assertThat(filled(db, 5)).contains("\"update item set ").doesNotContain("op.backfill(");
    }

    /** Returns the text of the revision after it ran. */
    private String filled(TestDb db, int rows) throws SQLException, IOException {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Items.Noted.class)) {
            project.revision("begin", hibernate.metadata(), Answers.NONE);
        }
        project.retort().upgrade("head");
        insert(db, rows);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(After.Item.class)) {
            project.revision(
                    "next",
                    hibernate.metadata(),
                    ShopProject.answers("fill=item.label=sql:concat('label ', id),item.note=sql:concat('note ', id)"));
        }
        project.retort().upgrade("head");
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> next = files.filter(file -> file.getFileName().toString().endsWith("_next.java"))
                    .toList();
            assertThat(next).hasSize(1);
            return Files.readString(next.get(0));
        }
    }

    private static void insert(TestDb db, int rows) throws SQLException {
        try (Connection connection = db.connect();
                PreparedStatement insert = connection.prepareStatement("insert into item (id) values (?)")) {
            connection.setAutoCommit(false);
            for (int i = 1; i <= rows; i++) {
                insert.setLong(1, i);
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }
}
