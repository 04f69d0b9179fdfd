package io.retort.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.SqlRevisions;
import io.retort.revision.Direction;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Scripts for SQL Server. There is no {@code sqlcmd} in this build, so their text is compared. */
class SqlServerScriptTests {

    private static final Dialect SQL_SERVER = Dialects.named("sqlserver");

    private static final String VIEW = """
            -- revision: aaa
            -- message: it's a view

            -- upgrade
            alter table account add nickname varchar(40);
            update account set nickname = 'it''s';
            create view named as select * from account;

            -- downgrade
            drop view named;
            """;

    @Test
    void eachStatementIsABatchAndEachStepATransaction() {
        assertThat(shop(VIEW).script(Direction.UP, "head", SQL_SERVER))
                .isEqualTo("""
                set quoted_identifier, xact_abort on;
                GO
                %s;
                GO
                -- upgrade aaa (it's a view)
                begin transaction;
                GO
                alter table account add nickname varchar(40);
                GO
                update account set nickname = 'it''s';
                GO
                create view named as select * from account;
                GO
                %s;
                GO
                commit;
                GO

                """.formatted(table(shop(VIEW)), inserted(shop(VIEW))));
    }

    @Test
    void aGuardedStepIsOneBatchOfTextsInATransaction() {
        String script = shop(VIEW).guardedScript(Direction.UP, "head", SQL_SERVER);

        assertThat(script).startsWith("""
                set quoted_identifier, xact_abort on;
                GO

                if object_id(N'retort_revision') is null
                begin
                    begin transaction;
                    exec (N'create table retort_revision (
                """).contains("""
                GO

                -- upgrade aaa (it's a view)
                if not exists (select 1 from retort_revision where id = 'aaa')
                begin
                    begin transaction;
                    exec (N'alter table account add nickname varchar(40)');
                    exec (N'update account set nickname = ''it''''s''');
                    exec (N'create view named as select * from account');
                    exec (N'insert into retort_revision (id, \
                """).endsWith("""
                    commit;
                end;
                GO

                """);
    }

    @Test
    void aScriptThatStartsLaterRefusesADatabaseThatIsNotThere() {
        Retort shop = ScriptShop.on(new JdbcDataSource());

        assertThat(shop.guardedScript(Direction.UP, "ccc:heads", SQL_SERVER)).contains("""
                if not exists (select 1 from retort_revision where id = 'ccc')
                begin
                    throw 50000, N'This script starts from ccc, which this database does not have', 1;
                end;
                GO
                """);
    }

    @Test
    void aLineThatTheToolWouldTakeForTheEndOfABatchIsRefused() {
        Retort shop = shop(VIEW.replace("'it''s'", "'\nGo \n'"));

        for (ThrowingScript script : List.<ThrowingScript>of(
                () -> shop.script(Direction.UP, "head", SQL_SERVER),
                () -> shop.guardedScript(Direction.UP, "head", SQL_SERVER))) {
            assertThatThrownBy(script::write)
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("aaa (it's a view) in db/revisions/aaa.sql: it has a line \"GO\"");
        }
    }

    private interface ThrowingScript {
        String write();
    }

    private static Retort shop(String sql) {
        return Retort.on(
                new JdbcDataSource(),
                List.of(() -> List.of(SqlRevisions.parse(sql, "db/revisions/aaa.sql", Map.of()))));
    }

    private static String table(Retort shop) {
        return part(shop, "create table retort_revision");
    }

    private static String inserted(Retort shop) {
        return part(shop, "insert into retort_revision");
    }

    /** Other tests cover the history table, so it is skipped here. */
    private static String part(Retort shop, String start) {
        String script = shop.script(Direction.UP, "head", SQL_SERVER);
        int from = script.indexOf(start);
        return script.substring(from, script.indexOf(";\nGO", from));
    }
}
