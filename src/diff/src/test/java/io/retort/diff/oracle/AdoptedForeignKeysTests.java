package io.retort.diff.oracle;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.diff.author.Difference;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.question.Answers;
import io.retort.diff.question.GivenAnswer;
import io.retort.diff.question.GivenAnswers;
import io.retort.diff.question.Verb;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the foreign keys of an adopted database do to rows stays, although the entities declare the keys without it. */
class AdoptedForeignKeysTests {

    private static final String ROWS = "select id, parent_id, other_id from child order by id";

    @TempDir
    Path folder;

    @BeforeEach
    void makeByHand(TestDb db) throws SQLException {
        db.execute(
                "create table parent (id bigint not null primary key)",
                "create table child (id bigint not null primary key, parent_id bigint, other_id bigint,"
                        + " constraint fk_cascade foreign key (parent_id) references parent (id) on delete cascade"
                        + " on update cascade,"
                        + " constraint fk_null foreign key (other_id) references parent (id) on delete set null)",
                "insert into parent values (1), (2), (3)",
                "insert into child values (1, 1, 2), (2, 2, 1), (3, 3, 3)");
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void theActionsAreKeptAndListed(TestDb db) throws Exception {
        WrittenProject project = adopted(db);
        try (Bootstrap entities = Bootstrap.like(db).entities(List.of(Parent.class, Changed.class))) {
            Difference difference = project.difference(entities.metadata());
            assertThat(described(difference)).noneMatch(line -> line.contains("foreign key"));
            assertThat(difference.notOurs().stream()
                            .map(line -> line.toLowerCase(Locale.ROOT))
                            .filter(line -> line.startsWith("on ")))
                    .containsExactlyInAnyOrder(
                            "on delete cascade child.fk_cascade.on_delete",
                            "on update cascade child.fk_cascade.on_update",
                            "on delete set null child.fk_null.on_delete");

            project.revision("note", entities.metadata(), Answers.NONE);
            project.retort().upgrade("head");
            db.execute("delete from parent where id = 1", "update parent set id = 4 where id = 2");
            assertThat(db.query(ROWS)).containsExactly("2|4|null", "3|3|3");
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void anActionIsDroppedIfTheUserSaysSo(TestDb db) throws Exception {
        WrittenProject project = adopted(db);
        try (Bootstrap entities = Bootstrap.like(db).entities(List.of(Parent.class, Child.class))) {
            project.revision(
                    "refuse",
                    entities.metadata(),
                    new GivenAnswers(GivenAnswer.read(Verb.DROP, "child.fk_cascade.on_delete")));
            project.retort().upgrade("head");
            assertThatThrownBy(() -> db.execute("delete from parent where id = 1"))
                    .isInstanceOf(SQLException.class);
            assertThat(described(project.difference(entities.metadata()))).isEmpty();

            project.retort().downgrade("-1");
            db.execute("delete from parent where id = 1");
            assertThat(db.query(ROWS)).containsExactly("2|2|null", "3|3|3");
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void anActionThatTheEntitiesDeclareReplacesTheOtherOne(TestDb db) throws Exception {
        WrittenProject project = adopted(db);
        try (Bootstrap entities = Bootstrap.like(db).entities(List.of(Parent.class, Cascading.class))) {
            assertThat(described(project.difference(entities.metadata())))
                    .anyMatch(line -> line.startsWith("- constraint on child: foreign key")
                            && line.endsWith("on delete set null"))
                    .anyMatch(line -> line.startsWith("+ constraint on child: foreign key")
                            && line.endsWith("on delete cascade"));
            project.revision("cascade", entities.metadata(), Answers.NONE);
            project.retort().upgrade("head");
            db.execute("delete from parent where id = 1");
            assertThat(db.query(ROWS)).containsExactly("3|3|3");
        }
    }

    /** Index, check constraint, default and action are found under the new names of table and columns. */
    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void whatWasAdoptedStaysUnderNewNames(TestDb db) throws Exception {
        db.execute(
                "alter table child add column name varchar(20) default 'none'",
                "create index ix_dba on child (name)",
                "alter table child add constraint ck_dba check (name <> '')");
        WrittenProject project = new WrittenProject(folder.resolve(db.database().toString()), db);
        try (Bootstrap entities = Bootstrap.like(db).entities(List.of(Parent.class, Named.class))) {
            project.adopt(entities.metadata(), List.of(), List.of());
        }
        project.retort().stamp(List.of("head"), false);
        try (Bootstrap entities = Bootstrap.like(db).entities(List.of(Parent.class, Renamed.class))) {
            project.revision(
                    "rename",
                    entities.metadata(),
                    answers("rename=child:kid", "rename=kid.name:nickname", "rename=kid.parent_id:mother_id"));
            project.retort().upgrade("head");

            Difference next = project.difference(entities.metadata());
            assertThat(described(next)).isEmpty();
            assertThat(next.notOurs())
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .contains(
                            "index kid.ix_dba",
                            "default kid.nickname.default",
                            "on delete cascade kid.fk_cascade.on_delete")
                    .anyMatch(name -> name.startsWith("check kid."));
            assertThatThrownBy(() -> db.execute("insert into kid (id, nickname) values (9, '')"))
                    .isInstanceOf(SQLException.class);
            db.execute("insert into kid (id) values (10)", "delete from parent where id = 1");
            assertThat(db.query("select id, mother_id, other_id, nickname from kid order by id"))
                    .containsExactly("2|2|null|none", "3|3|3|none", "10|null|null|none");
            project.retort().downgrade("-1");
            assertThat(db.query(ROWS)).containsExactly("2|2|null", "3|3|3", "10|null|null");
        }
    }

    private static Answers answers(String... given) {
        return new GivenAnswers(Stream.of(given)
                .map(answer -> answer.substring("rename=".length()))
                .flatMap(value -> GivenAnswer.read(Verb.RENAME, value).stream())
                .toList());
    }

    private WrittenProject adopted(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder.resolve(db.database().toString()), db);
        try (Bootstrap entities = Bootstrap.like(db).entities(List.of(Parent.class, Child.class))) {
            assertThat(project.adopt(entities.metadata(), List.of(), List.of())
                            .schema()
                            .required())
                    .isEmpty();
        }
        project.retort().stamp(List.of("head"), false);
        return project;
    }

    private static List<String> described(Difference difference) {
        return difference.operations().stream().map(Operation::describe).toList();
    }

    @Entity(name = "parent")
    @Table(name = "parent")
    static class Parent {
        @Id
        Long id;
    }

    @Entity(name = "child")
    @Table(name = "child")
    static class Child {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "parent_id")
        Parent parent;

        @ManyToOne
        @JoinColumn(name = "other_id")
        Parent other;
    }

    @Entity(name = "child")
    @Table(name = "child")
    static class Changed {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "parent_id")
        Parent parent;

        @ManyToOne
        @JoinColumn(name = "other_id")
        Parent other;

        @Column(length = 20)
        String note;
    }

    @Entity(name = "child")
    @Table(name = "child")
    static class Cascading {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "parent_id")
        Parent parent;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.CASCADE)
        @JoinColumn(name = "other_id")
        Parent other;
    }

    @Entity(name = "child")
    @Table(name = "child")
    static class Named {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "parent_id")
        Parent parent;

        @ManyToOne
        @JoinColumn(name = "other_id")
        Parent other;

        @Column(length = 20)
        String name;
    }

    @Entity(name = "kid")
    @Table(name = "kid")
    static class Renamed {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "mother_id")
        Parent mother;

        @ManyToOne
        @JoinColumn(name = "other_id")
        Parent other;

        @Column(length = 20)
        String nickname;
    }
}
