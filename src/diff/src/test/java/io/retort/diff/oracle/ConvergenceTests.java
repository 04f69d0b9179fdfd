package io.retort.diff.oracle;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.CheckResult;
import io.retort.diff.author.Difference;
import io.retort.diff.models.Bootstrap;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Struct;
import org.junit.jupiter.api.io.TempDir;

/** After a revision has run, a second comparison is empty, whatever a column definition contains. */
class ConvergenceTests {

    @TempDir
    Path folder;

    @Entity(name = "Bare")
    @Table(name = "bare")
    static class Bare {
        @Id
        long id;

        @ColumnDefault("null")
        String none;

        @Column(columnDefinition = "varchar(10) default null")
        String unset;

        @Column(columnDefinition = "integer default null")
        Integer number;
    }

    @Entity(name = "Smuggler")
    @Table(name = "smuggler")
    static class Plain {
        @Id
        long id;

        @Column(length = 10)
        String b;
    }

    @Entity(name = "Smuggler")
    @Table(name = "smuggler")
    static class Smuggler {
        @Id
        long id;

        @Column(columnDefinition = "varchar(10) unique")
        String a;

        @Column(columnDefinition = "varchar(20) default 'b' check (b <> 'x')")
        String b;

        @Column(columnDefinition = "varchar(5) not null unique")
        String c;
    }

    @Entity(name = "Ruled")
    @Table(name = "ruled")
    @Check(constraints = "length(a) > 2")
    @Check(constraints = "b between 0 and 3")
    static class Ruled {
        @Id
        long id;

        String a;
        int b;
    }

    @Entity(name = "Ruled")
    @Table(name = "ruled")
    @Check(constraints = "length(a) > 4")
    @Check(constraints = "b between 0 and 5")
    static class LaterRuled {
        @Id
        long id;

        String a;
        int b;
    }

    @Entity(name = "Entry")
    @Table(name = "entry", schema = "ledger")
    static class Entry {
        @Id
        long id;
    }

    @Embeddable
    @Struct(name = "point_t")
    record Point(int x, int y) {}

    @Embeddable
    @Struct(name = "point_t")
    record LongPoint(long x, int y) {}

    @Entity(name = "Place")
    @Table(name = "place")
    static class Place {
        @Id
        long id;

        Point point;
    }

    @Entity(name = "Place")
    @Table(name = "place")
    static class LaterPlace {
        @Id
        long id;

        LongPoint point;
    }

    @Entity(name = "Setting")
    @Table(name = "setting")
    static class Setting {
        @Id
        long id;

        @Column(name = "amount")
        String text;

        @ManyToOne
        Bare bare;
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aDefaultOfNullIsNone(TestDb db) {
        converges(db, Bare.class);
        converges(db, Bare.class, Setting.class);
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2})
    void constraintsInDefinitionsAreTakenOutOfThem(TestDb db) {
        converges(db, Smuggler.class);
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2})
    void andCanBeAddedToWhatIsThere(TestDb db) {
        WrittenProject project = new WrittenProject(folder, db);
        step(project, db, Plain.class);
        step(project, db, Smuggler.class);
        project.retort().downgrade("base");
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void aChangedConditionWithoutANameTakesNobodysName(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        if (db.database() == H2) {
            db.execute("create table other (id int constraint constraint_2 check (id > 0),"
                    + " n int constraint constraint_3 check (n > 0), m int constraint constraint_4 check (m > 0))");
        }
        step(project, db, Ruled.class);
        step(project, db, LaterRuled.class);
        project.retort().downgrade("base");
    }

    @OnDatabases({POSTGRESQL, H2, HSQLDB})
    void aSchemaThatIsNotThereIsCreated(TestDb db) throws SQLException {
        WrittenProject project = new WrittenProject(folder, db);
        step(project, db, Entry.class);
        project.retort().downgrade("base");
        assertThat(db.query("select schema_name from information_schema.schemata where lower(schema_name) = 'ledger'"))
                .isEmpty();
    }

    @OnDatabases(POSTGRESQL)
    void aStructureIsCreatedAndItsChangeIsTold(TestDb db) {
        WrittenProject project = new WrittenProject(folder, db);
        step(project, db, Place.class);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(LaterPlace.class)) {
            Difference found = project.difference(hibernate.metadata());
            assertThat(new CheckResult(found).outcome()).isEqualTo(CheckResult.Outcome.INCOMPLETE);
            assertThat(found.skipped())
                    .containsExactly(
                            "type point_t: it has the attributes (x integer, y integer), but the entities require (y"
                                    + " integer, x bigint); Retort does not change attributes: write alter type point_t by hand");
        }
        project.retort().downgrade("base");
    }

    @Entity(name = "Word")
    @Table(name = "word")
    static class Word {
        @Id
        long id;

        @Column(length = 40)
        String plain;

        @Collate("utf8mb4_bin")
        @Column(length = 40)
        String exact;
    }

    @Entity(name = "Word")
    @Table(name = "word", options = "collate utf8mb4_bin")
    static class ExactWord {
        @Id
        long id;

        @Column(length = 40)
        String plain;
    }

    @OnDatabases({MARIADB, MYSQL})
    void aTableMayHaveACollationOfItsOwn(TestDb db) throws SQLException {
        db.execute("create table word (id bigint not null primary key, plain varchar(40), exact varchar(40))"
                + " engine=InnoDB character set utf8mb4 collate utf8mb4_bin");
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Word.class)) {
            CheckResult drift = new CheckResult(project.difference(hibernate.metadata()));
            assertThat(drift.outcome()).as("%s", drift.describe()).isEqualTo(CheckResult.Outcome.AGREE);
        }
    }

    @OnDatabases({MARIADB, MYSQL})
    void aTableIsCreatedWithItsCollationAndAnotherOneIsTold(TestDb db) throws SQLException {
        converges(db, ExactWord.class);
        db.execute("create table word (id bigint not null primary key, plain varchar(40)) engine=InnoDB");
        try (Bootstrap hibernate = Bootstrap.on(db).entities(ExactWord.class)) {
            CheckResult drift = new CheckResult(new WrittenProject(folder, db).difference(hibernate.metadata()));
            assertThat(drift.outcome()).isEqualTo(CheckResult.Outcome.INCOMPLETE);
            assertThat(drift.difference().skipped()).singleElement().asString().contains("collate utf8mb4_bin");
        }
    }

    private void converges(TestDb db, Class<?>... entities) {
        WrittenProject project = new WrittenProject(folder, db);
        step(project, db, entities);
        project.retort().downgrade("base");
    }

    private static void step(WrittenProject project, TestDb db, Class<?>... entities) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(entities))) {
            assertThat(project.revision("next", hibernate.metadata()).written()).isTrue();
            project.retort().upgrade("head");
            CheckResult drift = new CheckResult(project.difference(hibernate.metadata()));
            assertThat(drift.difference().operations())
                    .extracting(Operation::describe)
                    .isEmpty();
            assertThat(drift.outcome()).as("%s", drift.describe()).isEqualTo(CheckResult.Outcome.AGREE);
        }
    }
}
