package io.retort.diff.faithful;

import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.varchar;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.retort.diff.author.Arbitration.DriftedObject;
import io.retort.diff.author.Basis;
import io.retort.diff.author.CheckResult;
import io.retort.diff.author.Difference;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.models.Bootstrap;
import io.retort.migration.Operations;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.hibernate.boot.Metadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes by hand in a database that is behind or ahead of the history. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseDriftTests {

    private static final int SAMPLE = 6;

    private int behind;
    private int ahead;

    @Entity(name = "account")
    @Table(name = "account", indexes = @Index(name = "ix_mail", columnList = "mail"))
    static class Account {
        @Id
        long id;

        @Column(length = 80)
        String mail;

        @Column(nullable = false, length = 40)
        String tier;
    }

    @Entity(name = "booking")
    static class Booking {
        @Id
        long id;

        @ManyToOne
        Account account;
    }

    /** What is not yet applied is no drift, and what was changed is restored, with its rows. */
    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void aDatabaseThatIsBehindIsComparedWithItsOwnRevisions(TestDb db) throws SQLException {
        try (Bootstrap entities = Bootstrap.like(db).entities(Account.class, Booking.class)) {
            Metadata metadata = entities.metadata();
            Sandbox sandbox = new Sandbox(db);
            sandbox.revise(sandbox.compareWithHistory(metadata).operations());
            db.execute("insert into account (id, mail, tier) values (1, 'a@b', 'GOLD'), (2, null, 'TIN')");
            sandbox.write(Operations.collect(op -> {
                op.addColumn("account", column("note", varchar(9)));
                op.dropColumn("booking", column("account_id", integer()));
                op.createTable("tag", column("id", integer()).notNull());
            }));
            assertThat(drift(metadata, sandbox)).isEmpty();

            db.execute(db.database() == MARIADB ? "drop index ix_mail on account" : "drop index ix_mail");
            db.execute(
                    db.database() == MARIADB
                            ? "alter table account modify tier varchar(50) not null"
                            : db.database() == H2
                                    ? "alter table account alter tier varchar(50) not null"
                                    : "alter table account alter tier type varchar(50)");
            List<DriftedObject> found = drift(metadata, sandbox);

            assertThat(found)
                    .extracting(DriftedObject::description)
                    .containsExactlyInAnyOrder(
                            "+ index ix_mail (mail) on account",
                            "~ column account.tier varchar(50) not null -> varchar(40) not null");
            for (DriftedObject object : found) {
                db.execute(object.sql().toArray(String[]::new));
            }
            assertThat(drift(metadata, sandbox)).isEmpty();
            assertThat(db.query("select tier from account order by id")).containsExactly("GOLD", "TIN");
        }
    }

    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void whatARevisionWillCreateExistsAlready(TestDb db) throws SQLException {
        try (Bootstrap entities = Bootstrap.like(db).entities(Account.class)) {
            Metadata metadata = entities.metadata();
            Sandbox sandbox = new Sandbox(db);
            sandbox.revise(sandbox.compareWithHistory(metadata).operations());
            sandbox.write(Operations.collect(op -> {
                op.addColumn("account", column("note", varchar(9)));
                op.createTable("tag", column("id", integer()).notNull());
            }));
            db.execute("alter table account add note varchar(9)", "create table tag (id int)");

            Difference difference = sandbox.compareWithEither(metadata, sandbox.dataSource(), null);

            String rest =
                    " exists already, although revision a00001 (revision a00001), which creates it, is not applied here";
            assertThat(difference.arbitration().drift())
                    .containsExactlyInAnyOrder(
                            new DriftedObject("column account.note" + rest, List.of()),
                            new DriftedObject("table tag" + rest, List.of()));
        }
    }

    /** The stored statements of the other branch name what it changed. */
    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void whatAnotherBranchChangedIsNoDrift(TestDb db) throws SQLException {
        try (Bootstrap entities = Bootstrap.like(db).entities(Account.class, Booking.class)) {
            Metadata metadata = entities.metadata();
            Sandbox sandbox = new Sandbox(db);
            sandbox.revise(sandbox.compareWithHistory(metadata).operations());
            db.execute("insert into account (id, mail, tier) values (1, 'a@b', 'GOLD')");
            sandbox.revise(Operations.collect(op -> {
                op.renameIndex("account", "ix_mail", "ix_account_mail");
                op.addColumn("account", column("note", varchar(9)));
                op.createTable("tag", column("id", integer()).notNull());
            }));
            sandbox.forgetLast();
            assertThat(drift(metadata, sandbox)).isEmpty();

            db.execute("drop table booking");
            Difference difference = sandbox.compareWithEither(metadata, sandbox.dataSource(), null);
            assertThat(difference.operations()).isEmpty();
            assertThat(difference.arbitration().drift())
                    .extracting(DriftedObject::description)
                    .startsWith("+ table booking");
            CheckResult check = new CheckResult(difference);
            assertThat(check.outcome()).isEqualTo(CheckResult.Outcome.DIFFER);
            assertThat(check.describe())
                    .startsWith(
                            "Entities and history agree, but the database was changed by hand.",
                            "Compared with the history, because the database has 1 revision that the code does not have: a00001.",
                            "The database was changed, but not by a revision. To restore it:",
                            "  + table booking");
            assertThat(check.json().get("differences"))
                    .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                    .allSatisfy(one -> assertThat(one).containsEntry("cause", "drift"));
        }
    }

    @OnDatabases({H2, POSTGRESQL})
    void withoutTheStoredDowngradeNothingIsClaimed(TestDb db) throws SQLException {
        try (Bootstrap entities = Bootstrap.like(db).entities(Account.class)) {
            Metadata metadata = entities.metadata();
            Sandbox sandbox = new Sandbox(db);
            sandbox.revise(sandbox.compareWithHistory(metadata).operations());
            sandbox.revise(Operations.collect(op -> op.renameIndex("account", "ix_mail", "ix_account_mail")));
            sandbox.forgetLast();
            db.execute("update retort_revision set undo = null");

            Difference difference = sandbox.compareWithEither(metadata, sandbox.dataSource(), null);

            assertThat(difference.arbitration().drift()).isEmpty();
            assertThat(difference.caveats().limits())
                    .containsExactly("The database was not searched for changes by hand: it has the revision a00001"
                            + " (revision a00001), which the code does not have, and whose downgrade is not stored.");
        }
    }

    /** In a short build: a sample of the changes of {@link ModelChange}, on one product after another. */
    static Stream<Arguments> changes() {
        List<TestDatabase> databases = Products.toBeHad(Products.of(POSTGRESQL, H2, MARIADB, TestDatabase.SQLITE))
                .toList();
        List<ModelChange> changes = ModelChange.all();
        boolean full = Boolean.getBoolean("retort.full");
        return IntStream.range(0, databases.size())
                .boxed()
                .flatMap(place -> IntStream.range(0, changes.size())
                        .filter(number -> full || number % (SAMPLE * databases.size()) == place)
                        .mapToObj(number -> Arguments.of(changes.get(number), databases.get(place))));
    }

    /** A database that only revisions changed has no drift, wherever in the history it is. */
    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("changes")
    void revisionsCauseNoDrift(ModelChange change, TestDatabase database) throws SQLException {
        try (TestDb db = database.server().newDatabase();
                Bootstrap before = Bootstrap.like(db).entities(change.from());
                Bootstrap after = Bootstrap.like(db).entities(change.to())) {
            assumeTrue(
                    change.obstacle(database).isEmpty(),
                    () -> change.obstacle(database).orElseThrow());
            Sandbox sandbox = new Sandbox(db);
            sandbox.revise(sandbox.compareWithHistory(before.metadata()).operations());
            List<Operation> next = sandbox.compareWithHistory(after.metadata()).operations();
            assumeTrue(!next.isEmpty());
            sandbox.write(next);
            assertThat(drift(after.metadata(), sandbox)).isEmpty();

            sandbox.upgrade();
            sandbox.forgetLast();
            behind++;
            if (isStored(db)) {
                ahead++;
                assertThat(drift(before.metadata(), sandbox)).isEmpty();
            }
        }
    }

    /** A downgrade with Java code, or none, is not stored. */
    private static boolean isStored(TestDb db) throws SQLException {
        String column = db.database() == MARIADB ? "`undo`" : "undo";
        return db.query("select " + column + " from retort_revision where id = 'a00001'").stream()
                .allMatch(undo -> undo.startsWith("1:"));
    }

    @AfterAll
    void mostDowngradesWereStored() {
        assertThat(ahead * 4).isGreaterThanOrEqualTo(behind * 3);
    }

    private static List<DriftedObject> drift(Metadata metadata, Sandbox sandbox) {
        Difference difference = sandbox.compareWithEither(metadata, sandbox.dataSource(), null);
        assertThat(difference.basis().kind()).isEqualTo(Basis.Kind.HISTORY);
        assertThat(difference.caveats().limits()).noneMatch(limit -> limit.contains("searched"));
        return difference.arbitration().drift();
    }
}
