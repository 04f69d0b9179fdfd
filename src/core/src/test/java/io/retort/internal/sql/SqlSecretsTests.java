package io.retort.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.internal.prepare.StatementLog;
import io.retort.internal.prepare.StepPreparation;
import io.retort.internal.prepare.StoredUndo;
import io.retort.internal.prepare.UndoPreparation;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.operation.Statement;
import io.retort.revision.Direction;
import io.retort.revision.RevisionInfo;
import io.retort.revision.Step;
import io.retort.run.PreparedStep;
import io.retort.source.RevisionCode;
import io.retort.sql.SqlSyntax;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlSecretsTests {

    /** S3CRET is the password. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            postgresql | create role bob login password 'S3CRET'
            postgresql | create role bob with encrypted password 'S3CRET' valid until 'infinity'
            postgresql | alter role bob password E'it\\'s S3CRET'
            postgresql | alter user bob with password $$S3CRET$$
            postgresql | alter user bob with password $x$S3CRET$x$
            postgresql | alter role bob password U&'S3CRET'
            postgresql | alter role bob password /* 'x' */ 'S3CRET'
            postgresql | do $$ begin create role bob password 'S3CRET'; end $$
            postgresql | do $$ begin execute 'create role bob password ''S3CRET'''; end $$
            postgresql | create user mapping for bob server s options (user 'bob', password 'S3CRET')
            postgresql | create subscription s connection 'host=a user=b password=S3CRET' publication p
            postgresql | select dblink_connect('postgresql://bob:S3CRET@host/db')
            mariadb    | create user bob identified by 'S3CRET'
            mariadb    | create user bob identified by "S3CRET"
            mariadb    | create user bob identified by 'it\\'s S3CRET'
            mariadb    | create user bob identified by password '*S3CRET'
            mariadb    | create user bob identified via mysql_native_password using password('S3CRET') or unix_socket
            mariadb    | create user bob identified via ed25519 using 'S3CRET', eve identified by 'S3CRET'
            mariadb    | set password = password('S3CRET')
            mariadb    | set password for 'bob'@'%' = password("S3CRET")
            mariadb    | grant all on *.* to bob identified by 'S3CRET'
            mariadb    | change master to master_host = 'a', master_password = 'S3CRET'
            mariadb    | create server s foreign data wrapper mysql options (user 'bob', password 'S3CRET')
            mariadb    | update mysql.user set authentication_string = old_password(concat('S3CRET', 'x'))
            mysql      | alter user bob identified with caching_sha2_password by 'S3CRET' replace 'S3CRET' retain current password
            mysql      | create user bob identified with mysql_native_password as 'S3CRET'
            mysql      | set password for bob = 'S3CRET'
            mysql      | set password to 'S3CRET'
            mysql      | change replication source to source_password = 'S3CRET'
            h2         | create user bob password 'S3CRET' admin
            h2         | alter user bob set password 'S3CRET'
            h2         | create user bob salt 'S3CRET' hash 'S3CRET'
            h2         | set password 'S3CRET'
            hsqldb     | create user bob password digest 'S3CRET'
            hsqldb     | alter user bob set password 'S3CRET'
            sqlserver  | create login bob with password = N'S3CRET' must_change
            sqlserver  | alter login bob with password = 'S3CRET' old_password = 'S3CRET'
            sqlserver  | create credential c with identity = 'bob', secret = 'S3CRET'
            sqlserver  | open symmetric key k decryption by password = 'S3CRET'
            """)
    void aPasswordIsNotRecorded(String product, String statement) {
        SqlSyntax syntax = Dialects.named(product).syntax();

        String recorded = StatementLog.line(new Statement.Sql(statement), syntax);

        assertThat(recorded).doesNotContain("S3CRET").contains("***");
        assertThat(stored(product, op -> op.execute(statement), op -> op.execute(statement))
                        .undo())
                .isEqualTo("none: a statement of its downgrade contains a password");
        PreparedStep.Stored partial = stored(product, op -> op.execute("select 1", statement), op -> {});
        assertThat(StoredUndo.read(partial.undo())).isPresent();
        assertThat(StoredUndo.read(partial.undo()).toString()).doesNotContain("S3CRET");
        assertThat(partial.older()).doesNotContain("S3CRET");
    }

    /** What the row of a revision stores. */
    private static PreparedStep.Stored stored(
            String product, Consumer<Operations> upgrade, Consumer<Operations> downgrade) {
        RevisionInfo info = new RevisionInfo("aa1", List.of(), List.of(), List.of(), "x", null, true, "revisions.aa1");
        Migration migration = new Migration() {
            @Override
            public void upgrade(Operations op) {
                upgrade.accept(op);
            }

            @Override
            public void downgrade(Operations op) {
                downgrade.accept(op);
            }
        };
        History history = History.of(List.of(() -> List.of(new RevisionCode(info, () -> migration))));
        StepPreparation preparation = new StepPreparation(history, Dialects.named(product));
        return new UndoPreparation(preparation, true)
                .added(preparation.prepare(new Step(info, Direction.UP)))
                .stored();
    }

    @Test
    void whatIsNoPasswordStays() {
        for (String statement : List.of(
                "create table account (password varchar(20) default 'changeme', secret varchar(3) check (secret <> 'x'))",
                "insert into password (text) values ('visible')",
                "insert into account (login, password) values ('visible', 'visible')",
                "create index i on account using hash (md5('visible'))",
                "comment on column account.password is 'the visible hash'",
                "select 'identified'")) {
            assertThat(StatementLog.line(
                            new Statement.Sql(statement),
                            Dialects.named("postgresql").syntax()))
                    .isEqualTo(statement);
        }
    }
}
