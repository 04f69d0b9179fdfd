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
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A primary key column is renamed: the key and its references remain, and nothing is found afterwards. */
class RenamedKeyTests {

    @TempDir
    Path folder;

    static final class Before {

        @Entity(name = "Box")
        @Table(name = "box")
        static class Box {
            @Id
            long id;

            @Column(unique = true)
            String code;
        }

        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            long id;

            @ManyToOne
            Box box;
        }
    }

    static final class After {

        @Entity(name = "Box")
        @Table(name = "box")
        static class Box {
            @Id
            @Column(name = "box_no")
            long id;

            @Column(unique = true)
            String label;
        }

        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            long id;

            @ManyToOne
            @JoinColumn(name = "box_id")
            Box box;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void keysFollowAndNothingIsFound(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        List<Class<?>> before = List.of(Before.Box.class, Before.Item.class);
        List<Class<?>> after = List.of(After.Box.class, After.Item.class);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(before)) {
            project.revision("begin", hibernate.metadata(), Answers.NONE);
        }
        project.retort().upgrade("head");
        db.execute("insert into box (id, code) values (1, 'a')", "insert into item (id, box_id) values (7, 1)");
        try (Bootstrap hibernate = Bootstrap.on(db).entities(after)) {
            project.revision(
                    "rename", hibernate.metadata(), ShopProject.answers("rename=box.id:box_no,box.code:label"));
        }
        project.retort().upgrade("head");

        assertThat(found(project, db, after)).isEmpty();
        assertThat(db.query("select box_no, label from box")).containsExactly("1|a");
        project.retort().downgrade("-1");
        assertThat(found(project, db, before)).isEmpty();
    }

    static final class Noted {

        @Entity(name = "Box")
        @Table(name = "box")
        static class Box {
            @Id
            long id;

            @Column(unique = true)
            String code;

            String note;
        }
    }

    static final class Remarked {

        @Entity(name = "Box")
        @Table(name = "box")
        static class Box {
            @Id
            long id;

            @Column(unique = true)
            String code;

            @Column(name = "remark")
            String note;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aKeyOfOtherColumnsKeepsItsName(TestDb db) throws SQLException, IOException {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(Noted.Box.class))) {
            project.revision("begin", hibernate.metadata(), Answers.NONE);
        }
        project.retort().upgrade("head");
        Path file;
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(Remarked.Box.class))) {
            file = project.revision("rename", hibernate.metadata(), ShopProject.answers("rename=box.note:remark"))
                    .file();
        }

        assertThat(Files.readString(folder.resolve(file)))
                .contains("renameColumn(")
                .doesNotContain("renameConstraint(");
        project.retort().upgrade("head");
        assertThat(found(project, db, List.of(Remarked.Box.class))).isEmpty();
    }

    private static List<String> found(WrittenProject project, TestDb db, List<Class<?>> entities) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities)) {
            return project.difference(hibernate.metadata()).operations().stream()
                    .map(Operation::describe)
                    .toList();
        }
    }
}
