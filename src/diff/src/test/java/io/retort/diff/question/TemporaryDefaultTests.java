package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.diff.author.RevisionResult;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.models.Items;
import io.retort.diff.oracle.WrittenProject;
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
import java.util.List;
import java.util.Objects;
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
                            "drop the default with -Ddrop=item.tier.default")
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
            assertThat(difference.notOurs())
                    .containsExactlyElementsOf(List.of(columns).stream()
                            .map(column -> "temporary default item." + column + ".default")
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
