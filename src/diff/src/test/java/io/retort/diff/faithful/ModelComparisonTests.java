package io.retort.diff.faithful;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.diff.author.Arbitration.DriftedObject;
import io.retort.diff.author.Basis;
import io.retort.diff.author.Difference;
import io.retort.diff.faithful.live.Seedbed;
import io.retort.diff.faithful.sandbox.OneConnection;
import io.retort.diff.faithful.sandbox.Sandbox;
import io.retort.diff.faithful.sandbox.SchemaText;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.question.Answers;
import io.retort.diff.question.UnansweredException;
import io.retort.error.AdviceStyle;
import io.retort.error.RetortException;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.annotations.Check;
import org.jspecify.annotations.Nullable;

/** What the entities are compared with: the database at the heads of the history, and the history otherwise. */
class ModelComparisonTests {

    @Entity(name = "account")
    static class Account {
        @Id
        long id;

        String mail;
    }

    @Entity(name = "account")
    static class AccountWithTier {
        @Id
        long id;

        String mail;

        @Column(nullable = false)
        String tier;
    }

    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void aDatabaseAtTheHeadsIsTheBasis(TestDb db) {
        try (Bootstrap entities = Bootstrap.like(db).entities(Account.class)) {
            Sandbox sandbox = new Sandbox(db);
            var metadata = entities.metadata();
            sandbox.revise(sandbox.compareWithHistory(metadata).operations());

            Difference difference = sandbox.compareWithEither(metadata, sandbox.dataSource(), null);

            assertThat(difference.basis()).isEqualTo(Basis.DATABASE);
            assertThat(difference.operations()).isEmpty();
        }
    }

    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void aDatabaseThatIsBehindIsNot(TestDb db) {
        try (Bootstrap entities = Bootstrap.like(db).entities(Account.class)) {
            Sandbox sandbox = new Sandbox(db);
            var metadata = entities.metadata();
            sandbox.write(sandbox.compareWithHistory(metadata).operations());

            Difference difference = sandbox.compareWithEither(metadata, sandbox.dataSource(), null);

            assertThat(difference.basis().kind()).isEqualTo(Basis.Kind.HISTORY);
            assertThat(difference.basis().reason())
                    .isEqualTo("the database lacks 1 revision of it: a00000 (revision a00000)");
            assertThat(difference.basis().remedy() != null)
                    .as("an upgrade helps only where the database outlives it")
                    .isEqualTo(db.database() == H2);
            assertThat(difference.operations()).isEmpty();
        }
    }

    /** The column of the other branch is neither dropped nor offered as the old name of a new one. */
    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void aDatabaseWithRevisionsOfAnotherBranchIsNot(TestDb db) {
        try (Bootstrap entities = Bootstrap.like(db).entities(Account.class);
                Bootstrap others = Bootstrap.like(db).entities(AccountWithTier.class)) {
            Sandbox sandbox = new Sandbox(db);
            var metadata = entities.metadata();
            sandbox.revise(sandbox.compareWithHistory(metadata).operations());
            sandbox.revise(sandbox.compareWithHistory(others.metadata()).operations());
            sandbox.forgetLast();

            Difference difference = sandbox.compareWithEither(metadata, sandbox.dataSource(), Answers.NONE);

            assertThat(difference.basis().kind()).isEqualTo(Basis.Kind.HISTORY);
            assertThat(difference.basis().reason())
                    .isEqualTo("the database has 1 revision that the code does not have: a00001");
            assertThat(difference.operations()).isEmpty();
        }
    }

    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void aDatabaseThatDoesNotAnswerIsNot(TestDb db) {
        try (Bootstrap entities = Bootstrap.like(db).entities(Account.class)) {
            Sandbox sandbox = new Sandbox(db);

            Difference difference = sandbox.compareWithEither(
                    entities.metadata(), new Unreachable("08001", new ConnectException("refused")), null);

            assertThat(difference.basis())
                    .isEqualTo(Basis.history("no database answered (connection to db:5432 refused)"));
            assertThat(difference.operations()).extracting(Operation::describe).containsExactly("+ table account");
        }
    }

    /** A wrong password is an answer, and a mistake to correct. */
    @OnDatabases(H2)
    void aDatabaseThatRefusesThePasswordIsAFailure(TestDb db) {
        try (Bootstrap entities = Bootstrap.like(db).entities(Account.class)) {
            Sandbox sandbox = new Sandbox(db);
            var metadata = entities.metadata();

            assertThatThrownBy(() -> sandbox.compareWithEither(metadata, new Unreachable("28P01", null), null))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("connection to db:5432 refused");
        }
    }

    /** The driver of PostgreSQL uses the state of a connection failure for a URL that it cannot read, too. */
    @OnDatabases(H2)
    void aUrlThatTheDriverRefusesIsAFailure(TestDb db) {
        try (Bootstrap entities = Bootstrap.like(db).entities(Account.class)) {
            Sandbox sandbox = new Sandbox(db);
            var metadata = entities.metadata();

            assertThatThrownBy(() -> sandbox.compareWithEither(metadata, new Unreachable("08001", null), null))
                    .isInstanceOf(RetortException.class);
        }
    }

    @OnDatabases(H2)
    void aHostThatIsUnknownIsNamed(TestDb db) {
        try (Bootstrap entities = Bootstrap.like(db).entities(Account.class)) {
            Unreachable unknown = new Unreachable("08001", new UnknownHostException("db.invalid"));

            assertThat(new Sandbox(db)
                            .compareWithEither(entities.metadata(), unknown, null)
                            .basis()
                            .reason())
                    .isEqualTo("no database answered (connection to db:5432 refused: unknown host db.invalid)");
        }
    }

    /** An upgrade would be refused: the downgrade has to be completed first. */
    @OnDatabases({H2, MARIADB})
    void aDatabaseBetweenTwoRevisionsIsNot(TestDb db) throws SQLException {
        try (Bootstrap before = Bootstrap.like(db).entities(Account.class);
                Bootstrap after = Bootstrap.like(db).entities(AccountWithTier.class)) {
            Sandbox sandbox = new Sandbox(db);
            sandbox.revise(sandbox.compareWithHistory(before.metadata()).operations());
            sandbox.revise(sandbox.compareWithHistory(after.metadata()).operations());
            db.execute("update retort_revision set state = 'downgrading', progress = 0 where id = 'a00001'");

            Basis basis = sandbox.compareWithEither(after.metadata(), sandbox.dataSource(), null)
                    .basis();

            assertThat(basis.reason())
                    .startsWith(
                            "the database is between two revisions: a00001 (revision a00001): partially downgraded");
            assertThat(basis.remedy().in(AdviceStyle.LIBRARY))
                    .contains("downgrade")
                    .doesNotContain("upgrade`");
        }
    }

    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void aPoolOfOneConnectionIsEnough(TestDb db) {
        try (Bootstrap before = Bootstrap.like(db).entities(Account.class);
                Bootstrap after = Bootstrap.like(db).entities(AccountWithTier.class)) {
            Sandbox sandbox = new Sandbox(db);
            sandbox.revise(sandbox.compareWithHistory(before.metadata()).operations());
            DataSource pool = OneConnection.of(sandbox.dataSource());
            var metadata = after.metadata();

            assertThat(sandbox.compareWithEither(metadata, pool, null).basis()).isEqualTo(Basis.DATABASE);
            sandbox.write(List.of());
            assertThat(sandbox.compareWithEither(metadata, pool, null).basis().kind())
                    .isEqualTo(Basis.Kind.HISTORY);
        }
    }

    /** A question mentions the rows of a database that is behind, and is asked as if there were rows otherwise. */
    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void rowsAreCountedWhereThereAreAny(TestDb db) throws SQLException {
        try (Bootstrap before = Bootstrap.like(db).entities(Account.class);
                Bootstrap after = Bootstrap.like(db).entities(AccountWithTier.class)) {
            Sandbox sandbox = new Sandbox(db);
            sandbox.revise(sandbox.compareWithHistory(before.metadata()).operations());
            db.execute("insert into account (id) values (1)", "insert into account (id) values (2)");
            sandbox.write(List.of());
            var metadata = after.metadata();

            assertThatThrownBy(() -> sandbox.compareWithEither(metadata, sandbox.dataSource(), Answers.NONE))
                    .isInstanceOf(UnansweredException.class)
                    .hasMessageContaining("2 rows of account would have no value");

            db.execute("delete from account");
            assertThatThrownBy(() -> sandbox.compareWithEither(metadata, sandbox.dataSource(), Answers.NONE))
                    .isInstanceOf(UnansweredException.class)
                    .hasMessageContaining("an unknown number of rows of account would have no value");
        }
    }

    @Entity(name = "account")
    @Table(
            name = "account",
            indexes = @Index(name = "ix_mail", columnList = "mail"),
            uniqueConstraints = @UniqueConstraint(name = "uk_tier", columnNames = "tier"))
    static class IndexedAccount {
        @Id
        long id;

        @Column(length = 80)
        String mail;

        @Column(nullable = false, length = 40)
        String tier;

        @Check(constraints = "rank > 0")
        int rank;
    }

    static Stream<String> changesByHand() {
        return Stream.of(
                "alter table account drop column mail",
                "alter table account add tier_code varchar(10)|",
                "drop index ix_mail",
                "alter table account drop constraint uk_tier",
                "drop table account");
    }

    /** Whatever is changed by hand is reported with the statement that restores it, and is in no revision. */
    @OnDatabases({H2, POSTGRESQL})
    void aChangeByHandIsRestored(TestDb given) throws SQLException {
        for (String change : changesByHand().toList()) {
            try (TestDb db = given.server().newDatabase();
                    Bootstrap entities = Bootstrap.like(db).entities(IndexedAccount.class)) {
                Sandbox sandbox = new Sandbox(db);
                var metadata = entities.metadata();
                sandbox.revise(sandbox.compareWithHistory(metadata).operations());
                List<String> before = SchemaText.of(sandbox);
                boolean ignored = change.endsWith("|");
                db.execute(change.replace("|", ""));

                Difference difference = sandbox.compareWithEither(metadata, sandbox.dataSource(), Answers.NONE);

                assertThat(difference.operations()).as(change).isEmpty();
                assertThat(difference.arbitration().missing()).as(change).isEmpty();
                assertThat(difference.arbitration().drift().isEmpty())
                        .as(change)
                        .isEqualTo(ignored);
                if (ignored) {
                    assertThat(difference.notOurs()).containsExactly("column account.tier_code");
                } else {
                    for (var object : difference.arbitration().drift()) {
                        db.execute(object.sql().toArray(String[]::new));
                    }
                    assertThat(SchemaText.of(sandbox)).as(change).containsExactlyInAnyOrderElementsOf(before);
                }
            }
        }
    }

    /** A pattern can name what only the database or only an entity has. */
    @OnDatabases({H2, POSTGRESQL})
    void patternsThatMatchNothingAreNamed(TestDb db) throws SQLException {
        try (Bootstrap entities = Bootstrap.like(db).entities(IndexedAccount.class)) {
            Sandbox sandbox = new Sandbox(db);
            var metadata = entities.metadata();
            sandbox.revise(sandbox.compareWithHistory(metadata).operations());
            db.execute("drop index ix_mail", "create table legacy (id int)", "create index ix_dba on legacy (id)");
            List<String> matched = List.of(
                    "account.ix_mail",
                    "account.uk_tier",
                    "ACCOUNT.rank",
                    "legacy",
                    "legacy.ix_dba",
                    "acc*",
                    "legacy.*");
            List<String> unmatched = List.of("acount", "account.ix_male", "ix_mail", "booking.ix_mail");

            Difference difference = sandbox.compareExcluding(
                    metadata,
                    Stream.concat(matched.stream(), unmatched.stream()).toList());

            assertThat(difference.unmatched()).containsExactlyElementsOf(unmatched);
        }
    }

    /** The same file of answers is read where the objects are as the revisions made them. */
    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void whatIsAcceptedIsNoDifferenceWithItOrWithoutIt(TestDb db) throws SQLException {
        try (Bootstrap entities = Bootstrap.like(db).entities(Seedbed.entities(db.database()))) {
            Sandbox sandbox = new Sandbox(db);
            var metadata = entities.metadata();
            sandbox.revise(sandbox.compareWithHistory(metadata).operations());
            List<String> accepted =
                    List.of("item.ix_item_name", "item.fk_item_shelf", "item.ck_item_amount", "item.uk_item_pair");

            Difference whole = sandbox.compareExcluding(metadata, accepted);
            db.execute(
                    "alter table item drop constraint fk_item_shelf",
                    "drop index ix_item_name" + (db.database() == MARIADB ? " on item" : ""));
            Difference without = sandbox.compareExcluding(metadata, accepted);

            for (Difference difference : List.of(whole, without)) {
                assertThat(difference.operations())
                        .extracting(Operation::describe)
                        .isEmpty();
                assertThat(difference.arbitration().drift()).isEmpty();
            }
        }
    }

    @Entity(name = "Weight")
    @Table(name = "weight")
    static class Weight {
        @Id
        Long id;

        @Column(name = "grams")
        Integer grams;
    }

    @Entity(name = "Weight")
    @Table(name = "weight")
    static class PrimitiveWeight {
        @Id
        Long id;

        @Column(name = "grams", nullable = true)
        int grams;
    }

    /** The question is about rows, not about a change, so that only a line in the file of answers ends it. */
    @OnDatabases({H2, POSTGRESQL})
    void anAcceptedColumnIsNoQuestion(TestDb db) throws SQLException {
        try (Bootstrap before = Bootstrap.like(db).entities(Weight.class);
                Bootstrap after = Bootstrap.like(db).entities(PrimitiveWeight.class)) {
            Sandbox sandbox = new Sandbox(db);
            sandbox.revise(sandbox.compareWithHistory(before.metadata()).operations());
            db.execute("insert into weight (id) values (1)");

            assertThatThrownBy(() -> sandbox.compareExcluding(after.metadata(), List.of(), Answers.NONE))
                    .hasMessageContaining("weight.grams");
            assertThat(sandbox.compareExcluding(after.metadata(), List.of("weight.grams"), Answers.NONE)
                            .operations())
                    .isEmpty();
        }
    }

    /** The change of an entity is found beside a change by hand in the same table. */
    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void aChangeOfTheEntitiesIsNoDrift(TestDb db) throws SQLException {
        try (Bootstrap before = Bootstrap.like(db).entities(Account.class);
                Bootstrap after = Bootstrap.like(db).entities(AccountWithTier.class)) {
            Sandbox sandbox = new Sandbox(db);
            sandbox.revise(sandbox.compareWithHistory(before.metadata()).operations());
            db.execute("alter table account drop column mail");

            Difference difference = sandbox.compareWithEither(after.metadata(), sandbox.dataSource(), null);

            assertThat(difference.operations())
                    .extracting(Operation::describe)
                    .containsExactly("+ column account.tier varchar(255) not null");
            assertThat(difference.arbitration().drift())
                    .extracting(DriftedObject::description)
                    .containsExactly("+ column account.mail varchar(255)");
        }
    }

    /** As after {@code ddl-auto} or a statement in a console: a revision is missing. */
    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void whatNoRevisionCreatesIsMissing(TestDb db) throws SQLException {
        try (Bootstrap before = Bootstrap.like(db).entities(Account.class);
                Bootstrap after = Bootstrap.like(db).entities(AccountWithTier.class)) {
            Sandbox sandbox = new Sandbox(db);
            sandbox.revise(sandbox.compareWithHistory(before.metadata()).operations());
            db.execute(
                    "alter table account add tier varchar(255) default 'x' not null",
                    "alter table account alter tier drop default");
            var metadata = after.metadata();

            Difference difference = sandbox.compareWithEither(metadata, sandbox.dataSource(), null);

            assertThat(difference.operations()).isEmpty();
            assertThat(difference.arbitration().missing()).containsExactly("column account.tier");
            assertThat(sandbox.compareWithHistory(metadata).operations())
                    .extracting(Operation::describe)
                    .containsExactly("+ column account.tier varchar(255) not null");
        }
    }

    /** A data source whose server is gone. */
    private record Unreachable(String state, @Nullable IOException cause) implements DataSource {

        @Override
        public Connection getConnection() throws SQLException {
            throw new SQLException("connection to db:5432 refused", state, cause);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setLoginTimeout(int seconds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("nothing to unwrap");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
