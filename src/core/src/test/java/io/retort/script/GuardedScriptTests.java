package io.retort.script;

import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.revision.Direction;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that check before each step: correct on a database that has none, some or all of the steps. */
class GuardedScriptTests {

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void leavesWhatTheOnlineRunLeavesFromAnywhere(TestDb db) throws Exception {
        Retort shop = ScriptShop.on(db.dataSource());
        shop.upgrade("heads");
        List<String> whole = ScriptShop.state(db);
        shop.downgrade("base");
        List<String> nothing = ScriptShop.state(db);
        db.execute("drop table retort_revision");
        String script = shop.guardedScript(Direction.UP, "heads", Dialects.ofUrl(db.url()));

        run(db, script);
        assertThat(ScriptShop.state(db)).isEqualTo(whole);
        run(db, script);
        assertThat(ScriptShop.state(db)).isEqualTo(whole);

        shop.downgrade("ccc");
        assertThat(shop.status().pending()).isNotEmpty();
        run(db, script);
        assertThat(ScriptShop.state(db)).isEqualTo(whole);
        assertThat(shop.status().upToDate()).isTrue();

        String back = shop.guardedScript(Direction.DOWN, "heads:base", Dialects.ofUrl(db.url()));
        run(db, back);
        run(db, back);
        assertThat(ScriptShop.state(db)).isEqualTo(nothing);
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL})
    void stopsOnADatabaseThatIsNotWhereItStarts(TestDb db) throws Exception {
        Retort shop = ScriptShop.on(db.dataSource());
        String script = shop.guardedScript(Direction.UP, "ccc:heads", Dialects.ofUrl(db.url()));

        assertThatThrownBy(() -> run(db, script))
                .hasMessageContaining("This script starts from ccc, which this database does not have");
        assertThat(shop.status().applied()).isEmpty();

        shop.upgrade("ccc");
        run(db, script);
        run(db, script);
        assertThat(shop.status().upToDate()).isTrue();
    }

    /** DDL commits implicitly on these products, so the user removes the completed part of a failed step. */
    @OnDatabases({MARIADB, MYSQL})
    void aStepThatFailsIsNotNotedAndTheNextRunGoesOnOnceItIsTakenAway(TestDb db) throws Exception {
        Retort shop = ScriptShop.on(db.dataSource());
        String script = shop.guardedScript(Direction.UP, "heads", Dialects.ofUrl(db.url()));
        db.execute("create table audit (id int)");

        assertThatThrownBy(() -> ScriptTool.mariadb(db, script)).hasMessageContaining("Table 'audit' already exists");
        assertThat(shop.status().applied()).extracting(AppliedRevision::id).contains("ccc");
        assertThat(shop.status().pending()).extracting(RevisionInfo::id).contains("eee");
        db.execute("drop table audit");
        ScriptTool.mariadb(db, script);
        assertThat(shop.status().upToDate()).isTrue();
    }

    @OnDatabases(POSTGRESQL)
    void aStepThatFailsLeavesNothingAndTheNextRunGoesOn(TestDb db) throws Exception {
        Retort shop = ScriptShop.on(db.dataSource());
        String script = shop.guardedScript(Direction.UP, "heads", Dialects.ofUrl(db.url()));
        db.execute("create table invoice (id int)");

        assertThatThrownBy(() -> ScriptTool.psql(db, script)).hasMessageContaining("\"invoice\" already exists");
        assertThat(shop.status().pending()).extracting(RevisionInfo::id).contains("ccc");
        db.execute("drop table invoice");
        ScriptTool.psql(db, script);
        assertThat(shop.status().upToDate()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "hsqldb", "sqlite"})
    void aProductWithoutProceduralSqlCannotAsk(String product) {
        assertThatThrownBy(() -> offline().guardedScript(Direction.UP, "heads", Dialects.named(product)))
                .isInstanceOf(RetortException.class)
                .hasMessage("A script for " + product
                        + " cannot check which revisions are applied: the product has no procedural SQL.\n  "
                        + "Write a script that runs once, from the current state of the database: the command"
                        + " `upgrade --sql <from>:heads`");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgresql | create index concurrently ix_a on account (email) | cannot run inside a block
            postgresql | create unique index concurrently ix_a on account (email) | cannot run inside a block
            postgresql | vacuum account                                    | cannot run inside a block
            mariadb    | create trigger t before insert on account for each row set new.id = 1 | inside a procedure
            mysql      | create definer=`me`@`here` procedure p() select 1 | inside a procedure
            mysql      | load data infile 'x' into table account           | inside a procedure
            """)
    void whatCannotBeAskedForIsNamed(String product, String statement, String why) {
        Retort shop = ScriptShop.with(new JdbcDataSource(), revision("", statement));

        assertThatThrownBy(() -> shop.guardedScript(Direction.UP, "heads", Dialects.named(product)))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining(
                        "cannot contain revision ggg (more) in db/revisions/ggg.sql: \"" + statement + "\" ")
                .hasMessageContaining(why)
                .hasMessageContaining("the target `ggg:heads`");
        assertThat(shop.guardedScript(Direction.UP, "ddd", Dialects.named(product)))
                .contains("ccc");
    }

    @ParameterizedTest
    @CsvSource({"postgresql, comment on table account is 'vacuum'", "mysql, create table event (id int)"})
    void whatOnlyLooksLikeItIsTaken(String product, String statement) {
        Retort shop = ScriptShop.with(new JdbcDataSource(), revision("", statement));

        assertThat(shop.guardedScript(Direction.UP, "heads", Dialects.named(product)))
                .contains(statement);
    }

    @Test
    void aRevisionOutsideATransactionIsNotTaken() {
        Dialect postgres = Dialects.named("postgresql");
        Retort shop = ScriptShop.with(new JdbcDataSource(), revision("-- transactional: false\n", "analyze account"));

        assertThatThrownBy(() -> shop.guardedScript(Direction.UP, "heads", postgres))
                .hasMessageContaining("ggg (more)")
                .hasMessageContaining("it runs outside a transaction");
    }

    private static Retort offline() {
        return ScriptShop.on(new JdbcDataSource());
    }

    private static String revision(String header, String statement) {
        return "-- revision: ggg\n-- parent: fff\n-- message: more\n" + header + "\n-- upgrade\n" + statement
                + ";\n-- downgrade\n";
    }

    private static void run(TestDb db, String script) throws Exception {
        if (db.database() == TestDatabase.POSTGRESQL) {
            db.execute(script);
        } else {
            ScriptTool.mariadb(db, script);
        }
    }
}
