package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.Retort;
import io.retort.diff.HistorySquash;
import io.retort.diff.author.RevisionResult;
import io.retort.diff.author.SquashedHistory;
import io.retort.diff.internal.scratch.GivenOperation;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.models.Items;
import io.retort.diff.oracle.WrittenProject;
import io.retort.internal.dialect.Dialects;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.boot.Metadata;
import org.junit.jupiter.api.io.TempDir;

/** The default of a new required column stays, so that an older release can insert rows, until an option drops it. */
class TemporaryDefaultTests {

    @TempDir
    Path folder;

    static final class After {

        enum State {
            OPEN,
            DONE
        }

        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            long id;

            @Column(nullable = false, length = 20)
            String tier;

            @Column(nullable = false)
            Integer amount;

            @Column(nullable = false)
            @Enumerated(EnumType.STRING)
            State state;
        }
    }

    static final class Later {

        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            long id;

            @Column(nullable = false, length = 20)
            String tier;

            @Column(nullable = false)
            Long amount;

            @Column(nullable = false)
            @Enumerated(EnumType.STRING)
            After.State state;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, SQLITE})
    void anOlderReleaseInsertsRowsUntilTheDefaultIsDropped(TestDb db) throws Exception {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Items.Plain.class)) {
            project.revision("begin", hibernate.metadata(), Answers.NONE);
        }
        project.retort().upgrade("head");
        db.execute("insert into item (id) values (1)");

        try (Bootstrap hibernate = Bootstrap.on(db).entities(After.Item.class)) {
            Metadata entities = hibernate.metadata();
            RevisionResult added = project.revision(
                    "added", entities, ShopProject.answers("fill=item.tier=BASIC,item.amount=7,item.state=OPEN"));
            assertThat(text(added))
                    .contains(
                            ".temporaryDefault(\"BASIC\")",
                            ".temporaryDefault(7)",
                            ".temporaryDefault(\"OPEN\")",
                            "drop the default with the answer drop=item.tier.default")
                    .doesNotContain("alterColumn");
            String revision = project.latest().info().id();
            project.retort().upgrade("head");
            olderReleaseInserts(db, 2);
            keeps(project, entities, "amount", "state", "tier");
            project.retort().downgrade("-1");
            olderReleaseInserts(db, 3);
            project.retort().upgrade(revision);
            olderReleaseInserts(db, 4);
            assertThat(db.query("select tier, amount, state, count(*) from item group by tier, amount, state"))
                    .containsExactly("BASIC|7|OPEN|4");

            RevisionResult dropped =
                    project.revision("dropped", entities, ShopProject.answers("drop=item.tier.default"));
            assertThat(text(dropped)).contains("column(\"tier\", varchar(20)).notNull()");
            project.retort().upgrade("head");
            keeps(project, entities, "amount", "state");
            assertThatThrownBy(() -> olderReleaseInserts(db, 5)).isInstanceOf(SQLException.class);
            project.retort().downgrade("-1");
            olderReleaseInserts(db, 5);
            project.retort().upgrade("head");
        }
        theDefaultSurvivesAnotherTypeOfItsColumn(project, db);
    }

    static final class Timed {

        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            long id;

            @Column(nullable = false)
            LocalDate born;

            @Column(nullable = false)
            LocalTime opens;

            @Column(nullable = false)
            LocalDateTime moment;

            @Column(nullable = false)
            Instant instant;
        }
    }

    static final class TimedLater {

        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            long id;

            @Column(nullable = false)
            LocalDate born;

            @Column(nullable = false)
            LocalTime opens;

            @Column(nullable = false, secondPrecision = 3)
            LocalDateTime moment;

            @Column(nullable = false)
            Instant instant;
        }
    }

    static final class Named {

        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            long id;

            @Column(nullable = false)
            UUID token;
        }
    }

    /** Dates and times are defaults that the product reads from a text. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void datesAndTimesAreTemporaryDefaults(TestDb db) throws Exception {
        WrittenProject project = begun(db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Timed.Item.class)) {
            RevisionResult added = project.revision(
                    "added",
                    hibernate.metadata(),
                    ShopProject.answers("fill=item.born=2020-02-29,item.opens=10:11:12,item.moment=2020-02-29 10:11:12,"
                            + "item.instant=2020-02-29 10:11:12"));
            assertThat(text(added))
                    .contains(".temporaryDefault(\"2020-02-29\")", ".temporaryDefault(\"10:11:12\")")
                    .doesNotContain("alterColumn", "update");
            project.retort().upgrade("head");
            olderReleaseInserts(db, 2);
            keeps(project, hibernate.metadata(), "born", "instant", "moment", "opens");
            assertThat(db.query("select count(*), count(distinct born), count(distinct moment) from item"))
                    .containsExactly("2|1|1");
            project.retort().downgrade("-1");
            project.retort().upgrade("head");
            olderReleaseInserts(db, 3);
        }
        try (Bootstrap hibernate = Bootstrap.on(db).entities(TimedLater.Item.class)) {
            if (project.revision("later", hibernate.metadata(), Answers.NONE).written()) {
                project.retort().upgrade("head");
            }
            keeps(project, hibernate.metadata(), "born", "instant", "moment", "opens");
            olderReleaseInserts(db, 4);
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, SQLITE})
    void aUuidIsATemporaryDefault(TestDb db) throws Exception {
        WrittenProject project = begun(db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Named.Item.class)) {
            RevisionResult added = project.revision(
                    "added",
                    hibernate.metadata(),
                    ShopProject.answers("fill=item.token=6f1d7c5e-0000-4000-8000-000000000001"));
            project.retort().upgrade("head");
            if (text(added).contains("temporaryDefault")) {
                olderReleaseInserts(db, 2);
                keeps(project, hibernate.metadata(), "token");
            }
            assertThat(db.database() == SQLITE || text(added).contains("temporaryDefault"))
                    .as(text(added))
                    .isTrue();
        }
    }

    @OnDatabases({POSTGRESQL, H2})
    void anExpressionIsNamedAsOneThatAnOlderReleaseCannotInsertWith(TestDb db) throws Exception {
        WrittenProject project = begun(db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Timed.Item.class)) {
            RevisionResult added = project.revision(
                    "added",
                    hibernate.metadata(),
                    ShopProject.answers("fill=item.born=sql:current_date,item.opens=10:11:12,item.moment=2020-02-29,"
                            + "item.instant=2020-02-29"));
            assertThat(text(added).replaceAll("\"\\s*\\+ \"", ""))
                    .contains(
                            "Column item.born has no default, because its value is an expression",
                            "allow nulls with the answer nullable=item.born until no older release runs");
        }
    }

    /** A database with rows records the squash and keeps the default; a new one gets it, as from the revisions. */
    @OnDatabases({POSTGRESQL, MARIADB, H2, SQLITE})
    void aSquashKeepsTheDefaultAndItsMark(TestDb db) throws Exception {
        WrittenProject project = begun(db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(After.Item.class)) {
            project.revision(
                    "added",
                    hibernate.metadata(),
                    ShopProject.answers("fill=item.tier=BASIC,item.amount=7,item.state=OPEN"));
            project.retort().upgrade("head");
            project.revision("dropped", hibernate.metadata(), ShopProject.answers("drop=item.tier.default"));
            project.retort().upgrade("head");
            db.execute("insert into item (id, tier) values (2, 'GOLD')");
            Retort history = project.retort();
            SquashedHistory squashed = new HistorySquash(
                            history,
                            Dialects.named(db.database().product()),
                            question -> Optional.of(question.meanwhile()),
                            work -> {
                                try (TestDb empty = db.server().newDatabase()) {
                                    work.accept(empty.dataSource());
                                }
                            })
                    .of(null, null);
            RevisionCode code = new RevisionCode(
                    new RevisionInfo(
                            "5c1e",
                            List.of(),
                            List.of(),
                            List.of(),
                            "squash",
                            null,
                            true,
                            "R5c1e",
                            List.of(),
                            null,
                            squashed.entries()),
                    () -> op -> squashed.up().forEach(operation -> op.custom(new GivenOperation(operation))));
            project.add(code);
            project.retort().upgrade("head");
            assertThat(db.query("select id, tier, amount, state from item order by id"))
                    .containsExactly("1|BASIC|7|OPEN", "2|GOLD|7|OPEN");
            keeps(project, hibernate.metadata(), "amount", "state");
            try (TestDb other = db.server().newDatabase()) {
                project.on(other).retort().upgrade("head");
                other.execute("insert into item (id, tier) values (9, 'GOLD')");
                assertThat(other.query("select id, tier, amount, state from item"))
                        .containsExactly("9|GOLD|7|OPEN");
                keeps(project.on(other), hibernate.metadata(), "amount", "state");
            }
        }
    }

    private WrittenProject begun(TestDb db) throws Exception {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Items.Plain.class)) {
            project.revision("begin", hibernate.metadata(), Answers.NONE);
        }
        project.retort().upgrade("head");
        db.execute("insert into item (id) values (1)");
        return project;
    }

    private static void theDefaultSurvivesAnotherTypeOfItsColumn(WrittenProject project, TestDb db) throws Exception {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Later.Item.class)) {
            assertThat(project.revision("longer", hibernate.metadata(), Answers.NONE)
                            .written())
                    .isTrue();
            project.retort().upgrade("head");
            keeps(project, hibernate.metadata(), "amount", "state");
        }
    }

    private static void keeps(WrittenProject project, Metadata entities, String... columns) {
        assertThat(project.difference(entities)).satisfies(difference -> {
            assertThat(difference.operations()).isEmpty();
            assertThat(difference.notOurs()).isEmpty();
            assertThat(difference.caveats().temporaryDefaults())
                    .containsExactlyElementsOf(List.of(columns).stream()
                            .map(column -> "item." + column + ".default")
                            .toList());
        });
        assertThat(project.revision("nothing", entities, Answers.NONE).written())
                .isFalse();
    }

    private static void olderReleaseInserts(TestDb db, int id) throws SQLException {
        db.execute("insert into item (id) values (" + id + ")");
    }

    private String text(RevisionResult result) throws Exception {
        return Files.readString(folder.resolve(Objects.requireNonNull(result.file())));
    }
}
