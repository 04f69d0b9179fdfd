package io.retort.diff.faithful;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.Retort;
import io.retort.diff.author.CheckResult;
import io.retort.diff.author.CheckResult.Outcome;
import io.retort.diff.author.Difference;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.question.Answers;
import io.retort.error.RetortException;
import io.retort.operation.Operation;
import io.retort.source.RevisionSource;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.nio.file.Path;
import java.sql.SQLException;
import org.hibernate.boot.Metadata;

/** A revision that restores what was changed by hand, in databases with and without the change. */
class RestoredDriftTests {

    @Entity(name = "account")
    @Table(
            name = "account",
            indexes = @Index(name = "ix_mail", columnList = "mail"),
            uniqueConstraints = @UniqueConstraint(name = "uk_login", columnNames = "login"))
    static class Account {
        @Id
        long id;

        @Column(length = 80)
        String mail;

        @Column(nullable = false, length = 40)
        String login;
    }

    @Entity(name = "account")
    @Table(
            name = "account",
            indexes = @Index(name = "ix_mail", columnList = "mail"),
            uniqueConstraints = @UniqueConstraint(name = "uk_login", columnNames = "login"))
    static class AccountWithNote {
        @Id
        long id;

        @Column(length = 80)
        String mail;

        @Column(nullable = false, length = 40)
        String login;

        String note;
    }

    /** The index is restored together with a change of the entity, in Java and SQL alike. */
    @OnDatabases({H2, HSQLDB, SQLITE, POSTGRESQL, MARIADB})
    void aDroppedIndexIsRestored(TestDb db) throws SQLException {
        restored(db, db.database() == MARIADB ? "drop index ix_mail on account" : "drop index ix_mail");
    }

    @OnDatabases({H2, HSQLDB, POSTGRESQL, MARIADB})
    void aDroppedColumnIsRestoredWithItsIndex(TestDb db) throws SQLException {
        if (db.database() == MARIADB) {
            restored(db, "alter table account drop column mail");
        } else {
            restored(db, "drop index ix_mail", "alter table account drop column mail");
        }
    }

    @OnDatabases({H2, POSTGRESQL})
    void aDroppedConstraintIsRestored(TestDb db) throws SQLException {
        restored(db, "alter table account drop constraint uk_login");
    }

    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void aDroppedNotNullIsRestored(TestDb db) throws SQLException {
        restored(
                db,
                db.database() == MARIADB
                        ? "alter table account modify login varchar(40)"
                        : db.database() == H2
                                ? "alter table account alter login set null"
                                : "alter table account alter login drop not null");
    }

    /** H2 has names of constraints of their own, so that this one does not replace the index. */
    @OnDatabases(H2)
    void aConstraintBesideTheIndexOfItsNameIsKept(TestDb db) throws SQLException {
        kept(db, Account.class, "alter table account add constraint ix_mail unique (mail)");
    }

    @Entity(name = "parcel")
    @Table(name = "parcel")
    static class Parcel {
        @Id
        long id;

        @Enumerated(EnumType.STRING)
        State state;
    }

    enum State {
        NEW,
        SENT
    }

    /** HSQLDB names the check of the enum itself; another one on the same column does not replace it. */
    @OnDatabases(HSQLDB)
    void aCheckBesideThatOfAnEnumIsKept(TestDb db) throws SQLException {
        kept(db, Parcel.class, "alter table parcel add constraint a_by_hand check (state in ('NEW', 'SENT', 'LOST'))");
    }

    private static void kept(TestDb db, Class<?> entity, String change) throws SQLException {
        try (Bootstrap hibernate = Bootstrap.like(db).entities(entity)) {
            Metadata metadata = hibernate.metadata();
            Sandbox sandbox = new Sandbox(db);
            sandbox.revise(sandbox.compareWithHistory(metadata).operations());
            db.execute(change);

            Difference difference = reporting(sandbox, metadata);
            assertThat(difference.arbitration().drift()).isEmpty();
            assertThat(difference.operations()).isEmpty();
        }
    }

    private static void restored(TestDb db, String... changes) throws SQLException {
        try (Bootstrap before = Bootstrap.like(db).entities(Account.class);
                Bootstrap after = Bootstrap.like(db).entities(AccountWithNote.class);
                TestDb other = db.server().newDatabase()) {
            Sandbox sandbox = new Sandbox(db);
            sandbox.revise(sandbox.compareWithHistory(before.metadata()).operations());
            db.execute("insert into account (id, mail, login) values (1, 'a@b', 'ada'), (2, null, 'bob')");
            db.execute(changes);
            Metadata metadata = after.metadata();
            assertThat(reporting(sandbox, metadata).operations())
                    .extracting(Operation::describe)
                    .containsExactly("+ column account.note varchar(255)");

            Difference difference = sandbox.compareRestoring(metadata, Answers.NONE);
            assertThat(difference.arbitration().drift()).isEmpty();
            assertThat(difference.remarks()).anyMatch(remark -> remark.startsWith("The first statements restore"));
            sandbox.revise(difference.operations());

            assertThat(outcome(sandbox, metadata)).isEqualTo(Outcome.AGREE);
            assertThat(sandbox.compareWithHistory(metadata).operations()).isEmpty();
            assertThat(sandbox.compareWithHistory(metadata).skipped()).isEmpty();
            assertThat(db.query("select login from account order by id")).containsExactly("ada", "bob");
            RevisionSource inSql = Sandbox.parsed(sandbox.sqlFiles(Path.of("project")));
            assertThat(sandbox.compareWithHistory(metadata, inSql).operations()).isEmpty();
            assertThat(sandbox.compareWithHistory(metadata, inSql).skipped()).isEmpty();
            assertThat(difference.operations().get(0).java().source(0))
                    .startsWith("execute(")
                    .endsWith("means -> {})");

            Retort elsewhere = sandbox.retort(other.dataSource());
            elsewhere.upgrade("a00000");
            other.execute("insert into account (id, mail, login) values (3, 'c@d', 'cleo')");
            elsewhere.upgrade("head");
            assertThat(sandbox.compareWithEither(metadata, other.dataSource(), null)
                            .operations())
                    .isEmpty();
            assertThat(other.query("select mail, login from account")).containsExactly("c@d|cleo");
            elsewhere.downgrade("base");
            assertThat(other.query("select count(*) from retort_revision")).containsExactly("0");
        }
    }

    /** A changed type could lose values, and its statement is for one database only. */
    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void aChangedTypeIsNot(TestDb db) throws SQLException {
        refused(
                db,
                "~ column account.login varchar(50) not null -> varchar(40) not null",
                db.database() == MARIADB
                        ? "alter table account modify login varchar(50) not null"
                        : db.database() == H2
                                ? "alter table account alter login varchar(50) not null"
                                : "alter table account alter login type varchar(50)");
    }

    /** Rows would get a value that no user chose. */
    @OnDatabases({H2, POSTGRESQL})
    void aDroppedRequiredColumnIsNot(TestDb db) throws SQLException {
        refused(
                db,
                "+ column account.login varchar(40) not null",
                "alter table account drop constraint uk_login",
                "alter table account drop column login");
    }

    /** The product has no statement that creates an index unless it exists. */
    @OnDatabases(MYSQL)
    void aDroppedIndexIsNotOnMySql(TestDb db) throws SQLException {
        refused(db, "+ index ix_mail (mail) on account", "drop index ix_mail on account");
    }

    private static void refused(TestDb db, String object, String... changes) throws SQLException {
        try (Bootstrap entities = Bootstrap.like(db).entities(Account.class)) {
            Sandbox sandbox = new Sandbox(db);
            Metadata metadata = entities.metadata();
            sandbox.revise(sandbox.compareWithHistory(metadata).operations());
            db.execute(changes);

            assertThatThrownBy(() -> sandbox.compareRestoring(metadata, Answers.NONE))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("A revision cannot restore what was changed by hand here")
                    .hasMessageContaining(object);
        }
    }

    @OnDatabases(H2)
    void withoutDriftNothingIsWritten(TestDb db) {
        try (Bootstrap entities = Bootstrap.like(db).entities(Account.class)) {
            Sandbox sandbox = new Sandbox(db);
            Metadata metadata = entities.metadata();
            sandbox.revise(sandbox.compareWithHistory(metadata).operations());

            Difference difference = sandbox.compareRestoring(metadata, Answers.NONE);

            assertThat(difference.operations()).isEmpty();
            assertThat(difference.remarks()).isEmpty();
        }
    }

    /** What is missing because a revision is pending is no drift. */
    @OnDatabases(H2)
    void aDatabaseThatIsBehindIsRefused(TestDb db) {
        try (Bootstrap entities = Bootstrap.like(db).entities(Account.class)) {
            Sandbox sandbox = new Sandbox(db);
            Metadata metadata = entities.metadata();
            sandbox.write(sandbox.compareWithHistory(metadata).operations());

            assertThatThrownBy(() -> sandbox.compareRestoring(metadata, Answers.NONE))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining(
                            "from a database at the heads of the history, and the database lacks 1 revision");
        }
    }

    private static Difference reporting(Sandbox sandbox, Metadata metadata) {
        return sandbox.compareWithEither(metadata, sandbox.dataSource(), Answers.NONE);
    }

    private static Outcome outcome(Sandbox sandbox, Metadata metadata) {
        return new CheckResult(sandbox.compareWithEither(metadata, sandbox.dataSource(), null)).outcome();
    }
}
