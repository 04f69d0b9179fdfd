package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.Check;
import org.junit.jupiter.api.io.TempDir;

/** A column is renamed in a table with checks that nobody gave a name: they keep the names that they have. */
class RenamedChecksTests {

    @TempDir
    Path folder;

    enum State {
        NEW,
        DONE
    }

    static final class Before {

        @Entity(name = "Item")
        @Table(name = "item")
        @Check(constraints = "amount > 0")
        static class Item {
            @Id
            long id;

            int amount;
            String name;

            @Enumerated(EnumType.STRING)
            State state;

            @Enumerated(EnumType.ORDINAL)
            State former;
        }
    }

    static final class After {

        @Entity(name = "Item")
        @Table(name = "item")
        @Check(constraints = "amount > 0")
        static class Item {
            @Id
            long id;

            int amount;

            @Column(name = "title")
            String name;

            @Enumerated(EnumType.STRING)
            State state;

            @Enumerated(EnumType.ORDINAL)
            State former;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void onlyTheColumnIsRenamed(TestDb db) throws IOException {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Before.Item.class)) {
            project.revision("begin", hibernate.metadata(), Answers.NONE);
        }
        project.retort().upgrade("head");
        try (Bootstrap hibernate = Bootstrap.on(db).entities(After.Item.class)) {
            var result =
                    project.revision("rename", hibernate.metadata(), ShopProject.answers("rename=item.name:title"));
            assertThat(Files.readString(folder.resolve(Objects.requireNonNull(result.file()))))
                    .contains("op.renameColumn(\"item\", \"name\", \"title\")")
                    .doesNotContain("renameConstraint", "renameIndex", "addConstraint");
        }
        project.retort().upgrade("head");
        assertThat(found(project, db, After.Item.class)).isEmpty();
        project.retort().downgrade("-1");
        assertThat(found(project, db, Before.Item.class)).isEmpty();
    }

    private static List<String> found(WrittenProject project, TestDb db, Class<?> entity) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entity)) {
            return project.difference(hibernate.metadata()).operations().stream()
                    .map(Operation::describe)
                    .toList();
        }
    }
}
