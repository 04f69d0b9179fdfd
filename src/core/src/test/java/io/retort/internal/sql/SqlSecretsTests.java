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
import io.retort.revision.Plan.Step;
import io.retort.revision.RevisionInfo;
import io.retort.run.PreparedStep;
import io.retort.source.RevisionCode;
import io.retort.sql.SqlSyntax;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqlSecretsTests {

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("io.retort.hostile.SecretStatements#all")
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
