package io.retort.diff.question;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.diff.ModelComparison;
import io.retort.diff.TableFilter;
import io.retort.diff.author.CheckResult;
import io.retort.diff.author.RevisionResult;
import io.retort.diff.faithful.sandbox.KeptOpen;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.error.ExitStatus;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.DataOperation.Execute;
import io.retort.operation.Operation;
import io.retort.run.MigrationFailedException;
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
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.hibernate.boot.spi.MetadataImplementor;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated revisions whose statements are committed one by one: rows that do not survive stop them before the first change,
 * and what stopped in the middle can be reverted.
 */
class InterruptedRevisionTests {

    private static final String OLD_ROWS = "select id, serial, priority, name from booking order by id";
    private static final String NEW_ROWS = "select id, num, priority, name, shout from booking order by id";

    @TempDir
    Path folder;

    static final class Before {

        enum Priority {
            LOW,
            MIDDLE,
            HIGH
        }

        @Entity(name = "booking")
        @Table(name = "booking")
        static class Booking {
            @Id
            Long id;

            @Column(length = 20)
            String serial;

            @Enumerated(EnumType.ORDINAL)
            Priority priority;

            String name;
        }
    }

    static final class After {

        enum Priority {
            NONE,
            LOW,
            MIDDLE,
            HIGH
        }

        @Entity(name = "booking")
        @Table(name = "booking")
        static class Booking {
            @Id
            Long id;

            Integer num;

            @Enumerated(EnumType.ORDINAL)
            Priority priority;

            @Column(unique = true)
            String name;

            @Column(nullable = false)
            String shout;
        }
    }

    static final class LocalTimes {

        @Entity(name = "visit")
        @Table(name = "visit")
        static class Visit {
            @Id
            Long id;

            LocalDateTime began;
        }
    }

    static final class Instants {

        @Entity(name = "visit")
        @Table(name = "visit")
        static class Visit {
            @Id
            Long id;

            Instant started;
        }
    }

    @Entity(name = "annex")
    @Table(name = "annex", schema = "annexes")
    static class Annex {
        @Id
        Long id;
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void aCheckStopsTheUpgradeBeforeItChangesAnything(TestDb db) throws SQLException {
        WrittenProject project = bookings(db);
        RevisionResult written = revised(project, db);
        assertThat(written.draft().transactional()).isEqualTo(db.database() == H2);
        assertThat(isCheck(written.draft().up().get(0), db)).isTrue();
        assertThat(isCheck(written.draft().down().get(0), db)).isTrue();
        db.execute("insert into booking (id, serial, priority, name) values (4, 'x7', 0, 'dan')");
        List<String> before = db.query(OLD_ROWS);

        assertThatThrownBy(() -> project.retort().upgrade("head"))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("booking.serial");

        assertThat(project.retort().status().partial()).isEmpty();
        assertThat(project.retort().status().applied()).hasSize(1);
        assertThat(db.query(OLD_ROWS)).isEqualTo(before);
        assertThat(found(project, db, Before.Booking.class)).isEmpty();
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void whatStoppedInTheMiddleIsReverted(TestDb db) throws SQLException {
        WrittenProject project = bookings(db);
        revised(project, db);
        List<String> before = db.query(OLD_ROWS);

        assertThatThrownBy(() -> project.retort().upgrade("head")).isInstanceOf(MigrationFailedException.class);

        assertThat(project.retort().status().partial())
                .singleElement()
                .satisfies(half -> assertThat(half.downgradeTarget()).isNotNull());
        assertThat(db.query("select priority from booking order by id")).containsExactly("1", "2", "3");
        CheckResult check = checked(project, db);
        assertThat(check.outcome().status()).isEqualTo(ExitStatus.INCOMPLETE);
        assertThat(check.difference().skipped()).anyMatch(part -> part.endsWith("is partially applied"));
        project.retort().downgrade("-1");
        assertThat(project.retort().status().partial()).isEmpty();
        assertThat(db.query(OLD_ROWS)).isEqualTo(before);
        assertThat(found(project, db, Before.Booking.class)).isEmpty();

        db.execute("update booking set name = 'cid' where id = 3");
        project.retort().upgrade("head");
        assertThat(db.query(NEW_ROWS)).containsExactly("1|17|1|ann|ANN", "2|18|2|bob|BOB", "3|19|3|cid|CID");
        assertThat(found(project, db, After.Booking.class)).isEmpty();
        project.retort().downgrade("-1");
        assertThat(db.query(OLD_ROWS)).containsExactly("1|17|0|ann", "2|18|1|bob", "3|19|2|cid");
    }

    /** Berlin skips the hour after two o'clock on 31 March 2024. */
    @OnDatabases({POSTGRESQL, H2})
    void theRowsThatAZoneSkipsAreCounted(TestDb db) throws SQLException {
        WrittenProject project = begun(db, LocalTimes.Visit.class);
        db.execute(
                "insert into visit (id, began) values (1, timestamp '2024-03-31 02:30:00')",
                "insert into visit (id, began) values (2, timestamp '2024-05-31 02:30:00')",
                "insert into visit (id, began) values (3, timestamp '2024-06-30 12:30:00')");

        RevisionResult written = revision(
                project, db, Instants.Visit.class, "rename=visit.began:started", "zone=visit.started=Europe/Berlin");

        assertThat(written.draft().remarks())
                .anyMatch(remark -> remark.contains("1 of 3 values does not survive")
                        && remark.contains("The upgrade fails before it changes anything"));
        assertThatThrownBy(() -> project.retort().upgrade("head"))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("visit.began");
        assertThat(db.query("select id from visit where began is not null order by id"))
                .containsExactly("1", "2", "3");
        db.execute("delete from visit where id = 1");
        project.retort().upgrade("head");
        assertThat(found(project, db, Instants.Visit.class)).isEmpty();
    }

    @OnDatabases({POSTGRESQL, H2})
    void aNewSchemaIsCreatedAfterTheChecks(TestDb db) throws SQLException {
        WrittenProject project = begun(db, LocalTimes.Visit.class);
        db.execute("insert into visit (id, began) values (1, timestamp '2024-05-31 02:30:00')");

        RevisionResult written = revision(
                project,
                db,
                List.of(Instants.Visit.class, Annex.class),
                "rename=visit.began:started",
                "zone=visit.started=Europe/Berlin");

        List<Operation> up = written.draft().up();
        assertThat(up).anyMatch(operation -> operation.describe().contains("create schema"));
        assertThat(isCheck(up.get(0), db)).isTrue();
        project.retort().upgrade("head");
        project.retort().downgrade("-1");
        assertThat(db.query("select id from visit where began = timestamp '2024-05-31 02:30:00'"))
                .containsExactly("1");
    }

    private WrittenProject bookings(TestDb db) throws SQLException {
        WrittenProject project = begun(db, Before.Booking.class);
        db.execute(
                "insert into booking (id, serial, priority, name) values (1, '17', 0, 'ann')",
                "insert into booking (id, serial, priority, name) values (2, '18', 1, 'bob')",
                "insert into booking (id, serial, priority, name) values (3, '19', 2, 'bob')");
        return project;
    }

    private WrittenProject begun(TestDb db, Class<?> entity) {
        WrittenProject project = new WrittenProject(folder.resolve(db.database().toString()), db);
        revision(project, db, entity);
        project.retort().upgrade("head");
        return project.concurrently();
    }

    /** The unique constraint fails last, because two rows have the same name. */
    private static RevisionResult revised(WrittenProject project, TestDb db) {
        return revision(
                project,
                db,
                After.Booking.class,
                "rename=booking.serial:num",
                "map=booking.priority=LOW+MIDDLE+HIGH",
                "fill=booking.shout=sql:upper(name)",
                "accept=booking.num,booking.name");
    }

    private static RevisionResult revision(WrittenProject project, TestDb db, Class<?> entity, String... answers) {
        return revision(project, db, List.of(entity), answers);
    }

    private static RevisionResult revision(
            WrittenProject project, TestDb db, List<Class<?>> entities, String... answers) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(entities)) {
            return project.revision(
                    "step", hibernate.metadata(), answers.length == 0 ? Answers.NONE : ShopProject.answers(answers));
        }
    }

    private static CheckResult checked(WrittenProject project, TestDb db) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(After.Booking.class))) {
            CapturedMetadata unit = new CapturedMetadata("default", (MetadataImplementor) hibernate.metadata(), null);
            return new CheckResult(new ModelComparison(
                            KeptOpen.on(db),
                            unit,
                            project.retort(),
                            TableFilter.NONE,
                            null,
                            () -> Dialects.named(db.database().toString()))
                    .get());
        }
    }

    private static boolean isCheck(Operation operation, TestDb db) {
        return operation instanceof Execute execute
                && Dialects.named(db.database().toString())
                        .messageOfCheck(execute.sql())
                        .isPresent();
    }

    private static List<String> found(WrittenProject project, TestDb db, Class<?> entity) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(entity))) {
            return project.difference(hibernate.metadata()).operations().stream()
                    .map(Operation::describe)
                    .toList();
        }
    }
}
