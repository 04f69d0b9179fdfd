package io.retort.diff.handmade;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Answers;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** A view that prevents a change of its table, or that the change breaks, is a question. */
class ViewsTests {

    @TempDir
    Path folder;

    static class Short {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            Long id;

            @Column(length = 10)
            String label;
        }
    }

    static class Longer {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            Long id;

            String label;
        }
    }

    static class Without {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            Long id;
        }
    }

    enum Grade {
        GOOD,
        BAD
    }

    static class Checked {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            Long id;

            @Enumerated(EnumType.ORDINAL)
            Grade grade;
        }
    }

    static class CheckedAndMore {
        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            Long id;

            @Enumerated(EnumType.ORDINAL)
            Grade grade;

            String label;
        }
    }

    @Entity(name = "Other")
    static class Other {
        @Id
        Long id;
    }

    @OnDatabases({POSTGRESQL, HSQLDB})
    void aViewOfARetypedColumnIsCreatedAgain(TestDb db) throws SQLException {
        WrittenProject project = viewed(db);

        List<Question> questions = write(project, db, meanwhile(), Longer.Item.class);

        assertThat(questions).singleElement().satisfies(question -> {
            assertThat(question.kind()).isEqualTo("dependent");
            assertThat(question.subject()).isEqualTo("labels");
            assertThat(question.likely()).contains("a");
        });
        db.execute("update item set label = '12345678901'");
        assertThat(db.query("select * from labels")).containsExactly("12345678901");
        db.execute("update item set label = 'a'");
        project.retort().downgrade("-1");
        assertThat(db.query("select * from labels")).containsExactly("a");
        project.retort().upgrade("head");
        assertThat(db.query("select * from labels")).containsExactly("a");
    }

    @OnDatabases({POSTGRESQL, HSQLDB})
    void aViewOfADroppedColumnCanBeDropped(TestDb db) throws SQLException {
        WrittenProject project = viewed(db);

        List<Question> questions =
                write(project, db, question -> Optional.of(new Answer(Verb.DROP, "")), Without.Item.class);

        assertThat(questions).extracting(Question::kind).containsExactly("column-gone", "dependent");
        project.retort().downgrade("-1");
        db.execute("update item set label = 'b'");
        assertThat(db.query("select * from labels")).containsExactly("b");
    }

    @OnDatabases({MARIADB, MYSQL})
    void aViewThatADropBreaksIsAnnounced(TestDb db) throws SQLException {
        WrittenProject project = viewed(db);

        List<Question> questions = write(
                project,
                db,
                question -> Optional.of(
                        question.kind().equals("column-gone") ? new Answer(Verb.DROP, "") : question.meanwhile()),
                Without.Item.class);

        assertThat(questions).extracting(Question::kind).containsExactly("column-gone", "dependent");
        assertThat(questions.get(1).choices(Verb.ACCEPT).get(0).meaning()).contains("fails afterwards");
    }

    @OnDatabases({MARIADB, MYSQL, H2})
    void aViewThatAnotherTypeLeavesIntactIsNoQuestion(TestDb db) throws SQLException {
        WrittenProject project = viewed(db);

        assertThat(write(project, db, meanwhile(), Longer.Item.class)).isEmpty();

        assertThat(db.query("select * from labels")).containsExactly("a");
    }

    /** Each check constraint of the table used to have a remark, also when only another column was added. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void aCheckConstraintOfAnotherColumnIsNoRemark(TestDb db) {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, meanwhile(), Checked.Item.class);

        try (Bootstrap hibernate = Bootstrap.on(db).entities(CheckedAndMore.Item.class)) {
            assertThat(project.difference(hibernate.metadata()).remarks()).isEmpty();
        }
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Other.class)) {
            assertThat(project.difference(hibernate.metadata()).remarks()).isEmpty();
        }
    }

    private WrittenProject viewed(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        write(project, db, meanwhile(), Short.Item.class);
        db.execute("insert into item (id, label) values (1, 'a')", "create view labels as select label from item");
        return project;
    }

    private static Answers meanwhile() {
        return question -> Optional.of(question.meanwhile());
    }

    private static List<Question> write(WrittenProject project, TestDb db, Answers answers, Class<?> entity) {
        List<Question> questions = new ArrayList<>();
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entity)) {
            project.revision("step", hibernate.metadata(), question -> {
                questions.add(question);
                return answers.to(question);
            });
        }
        project.retort().upgrade("head");
        return questions;
    }
}
