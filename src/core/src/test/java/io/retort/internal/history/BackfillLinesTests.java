package io.retort.internal.history;

import static io.retort.migration.Definitions.batches;
import static io.retort.migration.Definitions.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.sql.UpdateStatement;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.sql.SqlSyntax;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -- backfill} above an update of an SQL revision. */
class BackfillLinesTests {

    @Test
    void theUpdateBelowRunsInBatches() {
        Migration migration = parsed("""
                alter table customer add email varchar(80);
                -- backfill
                update customer set email = lower(mail), seen = 1 where email is null;
                -- allow big-update: few rows
                -- backfill: batches().key("number").rows(2000).waitWhile("select 0")
                UPDATE shop."Order" SET a = coalesce(b, ',') -- not , here
                 WHERE a is null and b in (select c from d where e = 'where');
                """, "-- BACKFILL\nupdate customer set email = null where email is not null;");

        assertThat(Operations.collect(migration::upgrade).subList(1, 3)).isEqualTo(said(op -> {
            op.backfill("customer", set("email", "lower(mail)").set("seen", "1").where("email is null"));
            op.backfill(
                    "shop.\"Order\"",
                    set("a", "coalesce(b, ',')").where("a is null and b in (select c from d where e = 'where')"),
                    batches().key("number").rows(2000).waitWhile("select 0"));
        }));
        assertThat(Operations.collect(migration::downgrade))
                .isEqualTo(
                        said(op -> op.backfill("customer", set("email", "null").where("email is not null"))));
    }

    @Test
    void anotherCommentWithTheWordIsOnlyAComment() {
        Migration migration = parsed("""
                -- backfill the emails
                -- backfilling: later
                update customer set email = 'x' where email is null;
                """, "");

        assertThat(Operations.collect(migration::upgrade)).hasOnlyElementsOfType(DataOperation.Execute.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update customer set email = 'x';",
                "update customer c set email = 'x' where email is null;",
                "update customer, other set email = 'x' where email is null;",
                "update customer join o on o.id = customer.id set email = 'x' where email is null;",
                "update customer set email = o.mail from o where o.id = customer.id;",
                "update customer set (a, b) = (1, 2) where a is null;",
                "update customer set c.a = 1 where a is null;",
                "update customer set a = 1 where a is null limit 10;",
                "update customer set a = 1 where a is null returning id;",
                "update customer set a = where a is null;",
                "update customer set a = 1 where;",
                "update only customer set a = 1 where a is null;",
                "delete from customer where email is null;",
                "with x as (select 1) update customer set a = 1 where a is null;"
            })
    void aStatementThatCannotRunInBatchesIsRefused(String statement) {
        assertThatThrownBy(() -> Operations.collect(parsed("-- backfill\n" + statement, "")::upgrade))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("has a line \"-- backfill\" above a statement that cannot run in batches")
                .hasMessageContaining("update customer set email = lower(mail) where email is null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    update t set a = 1 where a is null; -- backfill | that is not above a statement
                    update t set a = 1 where a is null;\\n-- backfill  | that is not above a statement
                    update t set a = 1\\n-- backfill\\nwhere a is null;| that is not above a statement
                    -- backfill: rows(5)\\nupdate t set a = 1 where a is null; | rows
                    -- backfill: set("a", "1").where("b")\\nupdate t set a = 1 where a is null; | batches()
                    -- backfill: batches().rows(0)\\nupdate t set a = 1 where a is null; | at least one row
                    """)
    void aLineThatCannotBeReadIsRefusedWithItsPlace(String statements, String part) {
        assertThatThrownBy(() -> Operations.collect(parsed(statements.replace("\\n", "\n"), "")::upgrade))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining(part)
                .hasMessageContaining("Line ");
    }

    @Test
    void wordsInsideTextsAndParenthesesDoNotEndAPart() {
        SqlSyntax syntax = Dialects.named("postgresql").syntax();

        assertThat(UpdateStatement.read(
                        "update t set a = case when b = ', where' then (select max(c) from d where e = 1) else 2 end,"
                                + " f = b is distinct from 'x' where g is distinct from h and i = $$ where $$",
                        syntax))
                .get()
                .extracting(
                        update -> update.assignments().get(0).expression(),
                        update -> update.assignments().get(1).expression(),
                        UpdateStatement::where)
                .containsExactly(
                        "case when b = ', where' then (select max(c) from d where e = 1) else 2 end",
                        "b is distinct from 'x'",
                        "g is distinct from h and i = $$ where $$");
    }

    private static List<Operation> said(Consumer<Operations> operations) {
        return Operations.collect(operations);
    }

    private static Migration parsed(String up, String down) {
        String text = "-- revision: aa1\n-- message: x\n\n-- upgrade\n" + up + "\n-- downgrade\n" + down + "\n";
        return ((SqlMigration) SqlRevisions.parse(text, "aa1.sql", Map.of())
                        .migration()
                        .get())
                .in(Dialects.named("postgresql").syntax());
    }
}
