package io.retort;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.columns;
import static io.retort.migration.Definitions.foreignKey;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.row;
import static io.retort.migration.Definitions.varchar;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.RetortOptions.AheadPolicy;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.JavaRevisions;
import io.retort.internal.history.SqlRevisions;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;
import io.retort.operation.DataOperation;
import io.retort.revision.Direction;
import io.retort.revision.InvalidHistoryException;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.run.MigrationFailedException;
import io.retort.source.RevisionSource;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class RetortTests {

    private static final RevisionSource SQL =
            () -> List.of(SqlRevisions.parse("""
            -- revision: ccc
            -- parent: bbb
            -- message: name accounts in SQL

            -- upgrade
            alter table account add ${kind} varchar(20);
            update account set ${kind} = 'it''s; new';

            -- downgrade
            alter table account drop column ${kind};
            """, "db/revisions/ccc_name.sql", Map.of("kind", "nickname")));

    private static final RevisionSource JAVA = JavaRevisions.of(Raaa_create_account.class, Rbbb_fill_account.class);

    @Test
    void whatIsNoHistoryIsToldThoughTheDatabaseIsAway() {
        Retort twice = Retort.on(new JdbcDataSource(), List.of(JAVA, JAVA));

        for (ThrowingCallable command : List.<ThrowingCallable>of(
                () -> twice.upgrade("head"),
                () -> twice.upgrade("+1"),
                () -> twice.downgrade("base"),
                twice::status,
                twice::edits,
                twice::repair,
                () -> twice.stamp(List.of("head"), false),
                () -> twice.plan(Direction.UP, "head"))) {
            assertThatThrownBy(command)
                    .isInstanceOf(InvalidHistoryException.class)
                    .hasMessageContaining("aaa");
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void goesUpAndBackThroughJavaAndSqlRevisions(TestDb db) throws SQLException {
        Retort retort = Retort.on(db.dataSource(), List.of(SQL, JAVA));

        RunReport up = retort.upgrade("head");

        assertThat(up.steps()).extracting(s -> s.revision().id()).containsExactly("aaa", "bbb", "ccc");
        assertThat(db.query("select id, email, nickname from account order by id"))
                .containsExactly("1|ada@example.org|it's; new", "2|null|it's; new");
        assertThat(retort.upgrade("head").steps()).isEmpty();

        RunReport down = retort.downgrade("-1");
        assertThat(down.steps()).extracting(s -> s.revision().id()).containsExactly("ccc");
        assertThat(retort.status().currentHeads()).extracting(RevisionInfo::id).containsExactly("bbb");
        assertThat(retort.status().pending()).extracting(RevisionInfo::id).containsExactly("ccc");

        retort.downgrade("base");
        assertThat(retort.status().applied()).isEmpty();
        assertThatThrownBy(() -> db.query("select id from account")).isNotNull();
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB})
    void theTableRemembersWhatWasAppliedWhenAndByWhom(TestDb db) throws SQLException {
        Retort retort = Retort.on(db.dataSource(), List.of(JAVA));
        Instant before = Instant.now();

        retort.upgrade("head");

        List<AppliedRevision> applied = retort.status().applied();
        assertThat(applied).extracting(AppliedRevision::id).containsExactly("aaa", "bbb");
        AppliedRevision last = applied.get(1);
        assertThat(last.parents()).containsExactly("aaa");
        assertThat(last.message()).isEqualTo("fill account, \\ and 'quotes'");
        assertThat(last.checksum()).matches("3:[0-9a-f]{16}");
        assertThat(last.appliedBy()).isNotBlank();
        assertThat(last.appliedAt())
                .isBetween(before.minus(Duration.ofMinutes(1)), Instant.now().plus(Duration.ofMinutes(1)));
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void aScriptLeavesWhatTheOnlineRunLeaves(TestDb db) throws SQLException {
        Retort retort = Retort.on(db.dataSource(), List.of(SQL, JAVA));
        String up = retort.script(Direction.UP, "base:head", Dialects.ofUrl(db.url()));

        runScript(db, up);

        assertThat(retort.status().upToDate()).isTrue();
        assertThat(db.query("select id, email, nickname from account order by id"))
                .containsExactly("1|ada@example.org|it's; new", "2|null|it's; new");

        runScript(db, retort.script(Direction.DOWN, "head:base", Dialects.ofUrl(db.url())));
        assertThat(retort.status().applied()).isEmpty();
    }

    private static void runScript(TestDb db, String script) throws SQLException {
        String file = "-- revision: x\n-- upgrade\n" + script.replaceAll("(?m)^-- .*$", "") + "\n-- downgrade\n";
        Migration whole = SqlRevisions.parse(file, "db/x_script.sql", Map.of())
                .migration()
                .get();
        db.execute(Operations.collect(whole::upgrade).stream()
                .map(operation -> ((DataOperation.Execute) operation).sql())
                .toArray(String[]::new));
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void aFailingStatementIsReportedInOneBlock(TestDb db) throws SQLException {
        Retort retort = Retort.on(db.dataSource(), List.of(JAVA, JavaRevisions.of(Rddd_break.class)));

        MigrationFailedException failure =
                catchThrowableOfType(MigrationFailedException.class, () -> retort.upgrade("head"));

        assertThat(failure.what())
                .contains("Revision ddd (break things) failed while upgrading.")
                .contains("operation 2 of 3   ! sql insert into account (id) values (1)")
                .contains("statement 2 of 3   insert into account (id) values (1)")
                .contains("in doubt           nothing")
                .contains("not started        1 statement of this revision")
                .contains("before it          aaa (create account), bbb (fill account");
        assertThat(failure.action()).contains("Rddd_break").contains("run it again: the command `upgrade`");
        assertThat(retort.status().currentHeads()).extracting(RevisionInfo::id).containsExactly("bbb");
        boolean rollsBack = db.database() == POSTGRESQL || db.database() == SQLITE;
        assertThat(failure.rolledBack()).isEqualTo(rollsBack);
        assertThat(failure.what())
                .contains(
                        rollsBack
                                ? "nothing: the revision was rolled back"
                                : "1 statement of this revision, committed:");
    }

    @OnDatabases(POSTGRESQL)
    void aFailedRevisionLeavesNothingOnATransactionalDatabase(TestDb db) throws SQLException {
        Retort retort = Retort.on(db.dataSource(), List.of(JAVA, JavaRevisions.of(Rddd_break.class)));
        assertThatThrownBy(() -> retort.upgrade("head")).isInstanceOf(MigrationFailedException.class);
        assertThat(db.query(
                        "select table_name from information_schema.tables where table_schema = 'public' order by 1"))
                .containsExactly("account", "retort_revision");
    }

    @OnDatabases(H2)
    void workRunsOnTheConnectionButNotInAScript(TestDb db) throws SQLException {
        Retort retort =
                Retort.on(db.dataSource(), List.of(JavaRevisions.of(Raaa_create_account.class, Reee_work.class)));
        assertThatThrownBy(() -> retort.script(Direction.UP, "head", Dialects.ofUrl(db.url())))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("count accounts")
                .hasMessageContaining("eee");
        retort.upgrade("head");
        assertThat(db.query("select id from account")).containsExactly("7");
    }

    @OnDatabases(H2)
    void whatCannotGoBackSaysSoBeforeAnythingRuns(TestDb db) throws SQLException {
        Retort retort =
                Retort.on(db.dataSource(), List.of(JavaRevisions.of(Raaa_create_account.class, Reee_work.class)));
        retort.upgrade("head");
        assertThatThrownBy(() -> retort.downgrade("base"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("eee")
                .hasMessageContaining("! work count accounts");
        assertThat(db.query("select id from account")).containsExactly("7");
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, HSQLDB, SQLITE})
    void aMigrationWithoutADowngradeOfItsOwnGoesBackByItself(TestDb db) throws SQLException {
        Retort retort = Retort.on(
                db.dataSource(), List.of(JavaRevisions.of(Raaa_create_account.class, Rfff_indexed_reference.class)));
        retort.upgrade("head");
        retort.downgrade("aaa");
        assertThatThrownBy(() -> db.query("select id from booking")).isNotNull();
        assertThat(retort.upgrade("head").steps()).hasSize(1);
    }

    @OnDatabases(H2)
    void aRevisionThatTheCodeDoesNotKnowIsNamed(TestDb db) throws SQLException {
        Retort.on(db.dataSource(), List.of(JAVA)).upgrade("head");
        Retort older = Retort.on(db.dataSource(), List.of(JavaRevisions.of(Raaa_create_account.class)))
                .with(RetortOptions.STANDARD.withAhead(AheadPolicy.REFUSE));
        assertThatThrownBy(() -> older.upgrade("head"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("bbb (fill account");
    }

    @OnDatabases(POSTGRESQL)
    void aWrongPasswordIsASentenceWithoutThePassword(TestDb db) throws SQLException {
        var source = new org.postgresql.ds.PGSimpleDataSource();
        source.setUrl(db.url().replaceAll("\\?.*", "") + "_missing?password=s3cret&user=nobody");
        assertThatThrownBy(() -> Retort.on(source, List.of(JAVA)).status())
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("Cannot connect to the database")
                .hasMessageNotContaining("s3cret");
    }

    @Revision(id = "aaa", message = "create account")
    public static class Raaa_create_account implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable(
                    "account", column("id", bigint()).notNull(), column("email", varchar(255)), primaryKey("id"));
        }
    }

    @Revision(id = "bbb", parent = "aaa", message = "fill account, \\ and 'quotes'")
    public static class Rbbb_fill_account implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.insert("account", columns("id", "email"), row(1, "ada@example.org"), row(2, null));
        }
    }

    @Revision(id = "ddd", parent = "bbb", message = "break things")
    public static class Rddd_break implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable("half", column("id", bigint()).notNull(), primaryKey("id"));
            op.execute("insert into account (id) values (1)");
            op.createTable("other", column("id", bigint()).notNull(), primaryKey("id"));
        }
    }

    @Revision(id = "eee", parent = "aaa", message = "work")
    public static class Reee_work implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.work("count accounts", connection -> {
                try (var statement = connection.createStatement()) {
                    statement.execute("insert into account (id) values (7)");
                }
            });
        }
    }

    @Revision(id = "fff", parent = "aaa", message = "indexed reference")
    public static class Rfff_indexed_reference implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable(
                    "booking",
                    column("id", bigint()).notNull(),
                    column("account_id", bigint()),
                    primaryKey("id"),
                    foreignKey("fk_booking_account", "account_id").references("account", "id"));
            op.createIndex("booking", index("ix_booking_account", "account_id"));
        }
    }
}
