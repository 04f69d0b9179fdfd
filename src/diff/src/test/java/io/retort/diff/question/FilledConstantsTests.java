package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.error.RetortException;
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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.io.TempDir;

/** The value that rows get in a new enum column is one of its constants: these are offered, and nothing else is taken. */
class FilledConstantsTests {

    @TempDir
    Path folder;

    enum Tier {
        BASIC,
        GOLD
    }

    static final class Before {

        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            long id;
        }
    }

    static final class After {

        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            @Column(nullable = false)
            Tier tier;

            @Enumerated(EnumType.ORDINAL)
            @Column(nullable = false)
            Tier place;
        }
    }

    static final class Typed {

        @Entity(name = "Item")
        @Table(name = "item")
        static class Item {
            @Id
            long id;

            @JdbcTypeCode(SqlTypes.NAMED_ENUM)
            @Column(nullable = false)
            Tier tier;
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void constantsAreOfferedAndOthersRefused(TestDb db) throws SQLException {
        WrittenProject project = begun(db);

        assertThatThrownBy(() -> revise(project, db, After.Item.class, "fill=item.tier=PLATINUM,item.place=0"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("Column item.tier cannot hold 'PLATINUM'. It allows BASIC, GOLD.");
        assertThatThrownBy(() -> revise(project, db, After.Item.class, "fill=item.tier=GOLD,item.place=2"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("Column item.place cannot hold '2'. It allows 0 (BASIC), 1 (GOLD).");
        List<Question> asked = asked(project, db, After.Item.class);
        assertThat(asked)
                .filteredOn(question -> question.subject().equals("item.tier"))
                .singleElement()
                .satisfies(question -> assertThat(question.describe())
                        .contains("  [1] these rows get BASIC", "      --fill=item.tier=GOLD")
                        .noneMatch(line -> line.contains("VALUE")));
        assertThat(asked)
                .filteredOn(question -> question.subject().equals("item.place"))
                .singleElement()
                .satisfies(question -> assertThat(question.describe())
                        .contains("  [2] these rows get 1 (GOLD)", "      --fill=item.place=1"));

        revise(project, db, After.Item.class, "fill=item.tier='GOLD',item.place=GOLD");
        project.retort().upgrade("head");
        assertThat(db.query("select tier, place from item")).containsExactly("GOLD|1");
    }

    @OnDatabases({POSTGRESQL, H2})
    void thoseOfAnEnumTypeToo(TestDb db) throws SQLException {
        WrittenProject project = begun(db);

        assertThatThrownBy(() -> revise(project, db, Typed.Item.class, "fill=item.tier=PLATINUM"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("It allows BASIC, GOLD.");
        revise(project, db, Typed.Item.class, "fill=item.tier=BASIC");
        project.retort().upgrade("head");
        assertThat(db.query("select tier from item")).containsExactly("BASIC");
    }

    private WrittenProject begun(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Before.Item.class)) {
            project.revision("begin", hibernate.metadata(), Answers.NONE);
        }
        project.retort().upgrade("head");
        db.execute("insert into item (id) values (1)");
        return project;
    }

    private static void revise(WrittenProject project, TestDb db, Class<?> entity, String... flags) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entity)) {
            project.revision("next", hibernate.metadata(), ShopProject.answers(flags));
        }
    }

    /** What is asked, answered with what gives nothing up; nothing is written. */
    private static List<Question> asked(WrittenProject project, TestDb db, Class<?> entity) {
        List<Question> asked = new ArrayList<>();
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entity)) {
            assertThatThrownBy(() -> project.revision("next", hibernate.metadata(), question -> {
                        asked.add(question);
                        return Optional.empty();
                    }))
                    .isInstanceOf(UnansweredException.class);
        }
        return asked;
    }
}
