package io.retort.diff.faithful;

import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.diff.author.Arbitration.DriftedObject;
import io.retort.diff.author.Basis;
import io.retort.diff.author.CheckResult;
import io.retort.diff.author.CheckResult.Outcome;
import io.retort.diff.author.Difference;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.question.Answers;
import io.retort.error.RetortException;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.boot.Metadata;

/** A check by a user who can read everything and create nothing. */
class ReadOnlyUserTests {

    enum Tier {
        GOLD,
        TIN
    }

    @Entity(name = "account")
    @Table(
            name = "account",
            indexes = @Index(name = "ix_mail", columnList = "mail"),
            uniqueConstraints = @UniqueConstraint(name = "uk_login", columnNames = "login"))
    static class Account {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        long id;

        @Column(length = 80)
        String mail;

        @Column(nullable = false, length = 40)
        String login;

        @Enumerated(EnumType.STRING)
        Tier tier;
    }

    @Entity(name = "account")
    @Table(
            name = "account",
            indexes = @Index(name = "ix_mail", columnList = "mail"),
            uniqueConstraints = @UniqueConstraint(name = "uk_login", columnNames = "login"))
    static class LongerAccount {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        long id;

        @Column(length = 90)
        String mail;

        @Column(nullable = false, length = 40)
        String login;

        @Enumerated(EnumType.STRING)
        Tier tier;
    }

    @Entity(name = "booking")
    @Table(name = "booking", indexes = @Index(name = "ix_note", columnList = "note"))
    static class Booking {
        @Id
        long id;

        String note;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.CASCADE)
        Account account;
    }

    @Entity(name = "booking")
    @Table(name = "booking", indexes = @Index(name = "ix_note", columnList = "note"))
    static class BookingOfLongerAccount {
        @Id
        long id;

        String note;

        @ManyToOne
        @OnDelete(action = OnDeleteAction.CASCADE)
        LongerAccount account;
    }

    @OnDatabases({POSTGRESQL, MARIADB})
    void nothingIsDifferentWhereNothingWasChanged(TestDb db) throws SQLException {
        try (Bootstrap entities = entities(db);
                Reader reader = new Reader(db)) {
            Sandbox sandbox = with(db, entities.metadata());
            Difference owner = sandbox.compareWithEither(entities.metadata(), sandbox.dataSource(), null);
            assertThat(owner.basis()).isEqualTo(Basis.DATABASE);
            assertThat(new CheckResult(owner).outcome()).isEqualTo(Outcome.AGREE);

            Difference difference = sandbox.compareWithEither(entities.metadata(), reader.dataSource(), null);

            assertThat(difference.operations()).isEmpty();
            assertThat(difference.arbitration().drift()).isEmpty();
            assertThat(new CheckResult(difference).outcome()).isIn(Outcome.AGREE, Outcome.INCOMPLETE);
        }
    }

    /** The differences that no spelling explains are found, with the statements that restore them. */
    @OnDatabases({POSTGRESQL, MARIADB})
    void whatIsMissingIsFound(TestDb db) throws SQLException {
        try (Bootstrap entities = entities(db);
                Reader reader = new Reader(db)) {
            Metadata metadata = entities.metadata();
            Sandbox sandbox = with(db, metadata);
            db.execute(
                    db.database() == MARIADB ? "drop index ix_note on booking" : "drop index ix_note",
                    "alter table account drop column mail");

            Difference difference = sandbox.compareWithEither(metadata, reader.dataSource(), null);

            assertThat(difference.operations()).isEmpty();
            assertThat(difference.arbitration().drift())
                    .extracting(DriftedObject::description)
                    .containsExactlyInAnyOrder(
                            "+ index ix_note (note) on booking",
                            "+ column account.mail varchar(80)",
                            "+ index ix_mail (mail) on account");
            assertThat(new CheckResult(difference).outcome()).isEqualTo(Outcome.DIFFER);
            for (DriftedObject object : difference.arbitration().drift()) {
                db.execute(object.sql().toArray(String[]::new));
            }
            assertThat(sandbox.compareWithEither(metadata, reader.dataSource(), null)
                            .arbitration()
                            .drift())
                    .isEmpty();
            assertThat(new CheckResult(sandbox.compareWithEither(metadata, sandbox.dataSource(), null)).outcome())
                    .isEqualTo(Outcome.AGREE);
            assertThat(db.query("select login, tier from account order by id")).containsExactly("ada|GOLD", "bob|TIN");
        }
    }

    /** Only the database can say how it spells a changed definition. */
    @OnDatabases({POSTGRESQL, MARIADB})
    void aChangedDefinitionIsNeverCalledAgreement(TestDb db) throws SQLException {
        try (Bootstrap entities = entities(db);
                Reader reader = new Reader(db)) {
            Metadata metadata = entities.metadata();
            Sandbox sandbox = with(db, metadata);
            db.execute(
                    db.database() == MARIADB
                            ? "alter table account modify login varchar(50)"
                            : "alter table account alter login type varchar(50), alter login drop not null");

            Difference difference = sandbox.compareWithEither(metadata, reader.dataSource(), null);

            assertThat(difference.operations()).isEmpty();
            assertThat(new CheckResult(difference).outcome()).isEqualTo(Outcome.INCOMPLETE);
            assertThat(String.join("\n", new CheckResult(difference).describe()))
                    .contains("Compared with the history, because user ", " has no privilege to create ")
                    .contains("by the existence of columns, keys and indexes only: account")
                    .contains("Next: to compare definitions with the database, too: Grant the privilege")
                    .doesNotContain("booking");
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB})
    void aChangedEntityIsFound(TestDb db) throws SQLException {
        try (Bootstrap entities = entities(db);
                Bootstrap changed = Bootstrap.like(db).entities(LongerAccount.class, BookingOfLongerAccount.class);
                Reader reader = new Reader(db)) {
            Sandbox sandbox = with(db, entities.metadata());

            Difference difference = sandbox.compareWithEither(changed.metadata(), reader.dataSource(), null);

            assertThat(difference.operations())
                    .extracting(Operation::describe)
                    .containsExactly("~ column account.mail varchar(80) -> varchar(90)");
            assertThat(difference.arbitration().drift()).isEmpty();
            assertThat(new CheckResult(difference).outcome()).isEqualTo(Outcome.DIFFER);
        }
    }

    /** A file is only written from complete facts. */
    @OnDatabases({POSTGRESQL, MARIADB})
    void aRevisionIsRefusedWithTheStatementThatGrantsThePrivilege(TestDb db) throws SQLException {
        try (Bootstrap entities = entities(db);
                Bootstrap changed = Bootstrap.like(db).entities(LongerAccount.class, BookingOfLongerAccount.class);
                Reader reader = new Reader(db)) {
            Sandbox sandbox = with(db, entities.metadata());
            Metadata metadata = changed.metadata();

            assertThatThrownBy(() -> sandbox.compareWithEither(metadata, reader.dataSource(), Answers.NONE))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("has no privilege to create")
                    .hasMessageContaining("grant ");
        }
    }

    private static Bootstrap entities(TestDb db) {
        return Bootstrap.like(db).entities(Account.class, Booking.class);
    }

    private static Sandbox with(TestDb db, Metadata metadata) throws SQLException {
        Sandbox sandbox = new Sandbox(db);
        sandbox.revise(sandbox.compareWithHistory(metadata).operations());
        db.execute(
                "insert into account (mail, login, tier) values ('a@b', 'ada', 'GOLD'), (null, 'bob', 'TIN')",
                "insert into booking (id, note, account_id) values (1, 'first', 1)");
        return sandbox;
    }

    /** A user with the right to select from all tables, and no other one. */
    private static final class Reader implements AutoCloseable {

        private final TestDb db;
        private final String name = "u" + System.nanoTime() % 1_000_000_000;

        Reader(TestDb db) throws SQLException {
            this.db = db;
            if (db.database() == POSTGRESQL) {
                db.execute(
                        "create role " + name + " login password 'secret'",
                        "alter default privileges grant select on tables to " + name);
            } else {
                try (Connection connection = db.connect()) {
                    db.execute(
                            "create user '" + name + "'@'%' identified by 'secret'",
                            "grant select on `" + connection.getCatalog() + "`.* to '" + name + "'@'%'");
                }
            }
        }

        DataSource dataSource() {
            return (DataSource) Proxy.newProxyInstance(
                    ReadOnlyUserTests.class.getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (proxy, method, arguments) -> connect());
        }

        private Connection connect() throws SQLException {
            if (db.database() == POSTGRESQL) {
                Connection connection = db.connect();
                try (var statement = connection.createStatement()) {
                    statement.execute("set session authorization " + name);
                }
                return connection;
            }
            Properties properties = new Properties();
            properties.put("user", name);
            properties.put("password", "secret");
            return DriverManager.getConnection(db.url(), properties);
        }

        @Override
        public void close() throws SQLException {
            if (db.database() == POSTGRESQL) {
                db.execute("drop owned by " + name, "drop role " + name);
            } else {
                db.execute("drop user '" + name + "'@'%'");
            }
        }
    }
}
