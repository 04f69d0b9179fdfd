package io.retort.diff.oracle;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.models.Bootstrap;
import io.retort.error.RetortException;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.nio.file.Path;
import java.util.List;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;
import org.junit.jupiter.api.io.TempDir;

/**
 * Unquoted fields named like SQL keywords. A product can report such a name differently for Hibernate's DDL and for
 * Retort's, also in check constraints and generated columns. That must not be reported as a difference.
 */
class WordsAsNamesTests {

    @TempDir
    Path folder;

    enum Word {
        ONE,
        TWO,
        IT_S
    }

    @Entity(name = "Post")
    @Table(
            name = "language",
            indexes = {@Index(columnList = "name, level desc"), @Index(columnList = "date")},
            uniqueConstraints = @UniqueConstraint(columnNames = {"type", "language"}),
            check = @CheckConstraint(name = "ck_words", constraint = "priority > 0 and (name is null or length > 1)"))
    static class Post {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        Word type;

        @Enumerated(EnumType.STRING)
        Word language;

        @Enumerated(EnumType.STRING)
        @Column(nullable = false)
        @ColumnDefault("'ONE'")
        Word role;

        Word level;
        Word action;
        Word state;
        Word temporary;
        Word source;

        int priority;
        int length;
        String name;
        String date;
        String text;
        String comment;
        boolean active;
    }

    /** HSQLDB rejects Hibernate's DDL for this entity. */
    @Entity(name = "Result")
    @Table(name = "result")
    static class Result {
        @Id
        long id;

        int value;
        int type;

        @GeneratedColumn("value * 2 + type")
        Integer data;
    }

    /** Names that must be quoted, in check constraints. */
    @Entity(name = "Quoted")
    @Table(name = "`Mixed Case`")
    static class Quoted {
        @Id
        @Column(name = "`Id`")
        long id;

        @Column(name = "`Mixed Case`")
        Word first;

        @Column(name = "`it's`")
        Word second;

        @Column(name = "`a.b`")
        Word third;

        @Column(name = "`Gr\u00f6\u00dfe`")
        Word fourth;

        @Enumerated(EnumType.STRING)
        @Column(name = "`Kind of it`")
        Word fifth;

        @Enumerated(EnumType.STRING)
        @Column(name = "`x.y IN ('ONE')`")
        Word sixth;
    }

    /** Words that some products reserve; there Hibernate's own table is rejected, and that is reported. */
    @Entity(name = "Rank")
    @Table(name = "standing")
    static class Rank {
        @Id
        long id;

        Word rank;

        @Enumerated(EnumType.STRING)
        Word value;

        @Enumerated(EnumType.STRING)
        Word year;

        Word row;
        Word start;
        Word over;
    }

    /** Names that contain the words of a clause. */
    @Entity(name = "Clause")
    @Table(name = "clause")
    static class Clause {
        @Id
        @GeneratedValue(generator = "nocache")
        @SequenceGenerator(name = "nocache", sequenceName = "nocache")
        long id;

        @ManyToOne
        @JoinColumn(
                name = "is_deferrable",
                foreignKey =
                        @ForeignKey(
                                name = "fk_clause",
                                foreignKeyDefinition =
                                        "foreign key (is_deferrable) references clause (id) on delete cascade"))
        Clause parent;
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB})
    void namesAreNoClauses(TestDb db) {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(Clause.class))) {
            List<Operation> operations =
                    project.difference(hibernate.metadata()).operations();

            assertThat(operations.toString())
                    .contains("onDelete=CASCADE", "deferral=NOT_DEFERRABLE")
                    .contains(db.database() == MARIADB ? "cache=0" : "cache=null");
            project.revision("clauses", hibernate.metadata());
            project.retort().upgrade("head");
            assertThat(project.difference(hibernate.metadata()).operations()).isEmpty();
            project.retort().downgrade("base");
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void nothingIsFoundForThem(TestDb db) {
        for (Class<?> entity : List.of(Post.class, Result.class, Rank.class, Quoted.class)) {
            WrittenProject project = new WrittenProject(folder.resolve(entity.getSimpleName()), db);
            try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(entity))) {
                assertThat(project.revision("words", hibernate.metadata()).written())
                        .isTrue();
                project.retort().upgrade("head");
                assertThat(project.difference(hibernate.metadata()).operations())
                        .extracting(Operation::describe)
                        .isEmpty();
                project.retort().downgrade("base");
            } catch (RetortException refused) {
                assertThat(refused).hasMessageStartingWith("A mapped table cannot be created. table ");
                assertThat(entity).isIn(Result.class, Rank.class);
            }
        }
    }
}
