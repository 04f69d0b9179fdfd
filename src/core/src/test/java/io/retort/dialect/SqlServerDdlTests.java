package io.retort.dialect;

import static io.retort.migration.Definitions.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.dialect.Dialects;
import io.retort.migration.Operations;
import io.retort.operation.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** DDL that only SQL Server needs. It cannot run in this build, so its text is compared. */
class SqlServerDdlTests {

    @Test
    void aUniqueConstraintThatLetsNullsInIsAnIndexOnTheOtherRows() {
        List<String> created = sql(op -> op.createTable(
                "person",
                column("id", bigint()).notNull(),
                column("email", varchar(20)),
                column("code", varchar(20)).notNull(),
                unique("uk_email", "email", "code"),
                unique("uk_code", "code"),
                unique("uk_one_null", "email").nullsEqual()));

        assertThat(created).hasSize(2);
        assertThat(created.get(0))
                .contains("constraint uk_code unique (code)")
                .contains("constraint uk_one_null unique (email)")
                .doesNotContain("uk_email");
        assertThat(created.get(1))
                .isEqualTo("create unique nonclustered index uk_email on person (email, code)"
                        + " where email is not null and code is not null");
    }

    @Test
    void aNewColumnFillsTheRowsThatAreThere() {
        assertThat(sql(op -> op.addColumn("t", column("a", integer()).defaultValue(7))))
                .containsExactly("alter table t add a int default 7 with values");
        assertThat(sql(op ->
                        op.addColumn("t", column("a", integer()).defaultValue(7).notNull())))
                .containsExactly("alter table t add a int default 7 not null");
    }

    @Test
    void aDefaultGoesBeforeTheTypeAndComesBackAfterIt() {
        List<String> altered = sql(op -> op.alterColumn(
                "t",
                column("a", varchar(10)).defaultValue("7").notNull(),
                column("a", integer()).defaultValue(7).notNull()));

        assertThat(altered).hasSize(3);
        assertThat(altered.get(0)).startsWith("declare @drop").contains("sys.default_constraints");
        assertThat(altered.get(1)).isEqualTo("alter table t alter column a int not null");
        assertThat(altered.get(2)).isEqualTo("alter table t add default 7 for a");
    }

    @Test
    void aWiderTypeRepeatsWhetherNullsAreLetInAndLeavesTheDefault() {
        assertThat(sql(op -> op.alterColumn(
                        "t",
                        column("a", varchar(10)).defaultValue("x").notNull(),
                        column("a", varchar(20)).defaultValue("x").notNull())))
                .containsExactly("alter table t alter column a varchar(20) not null");
    }

    @Test
    void aCommentIsAddedChangedAndTakenAway() {
        assertThat(sql(op -> op.commentTable("dbo.t", null, "it's")))
                .first()
                .asString()
                .startsWith("exec sp_addextendedproperty")
                .contains("@value = N'it''s'", "@level0name = N'dbo'", "@level1name = N't'");
        assertThat(sql(op -> op.commentTable("t", "a", "b"))).first().asString().contains("sp_updateextendedproperty");
        assertThat(sql(op -> op.commentTable("t", "a", null)))
                .first()
                .asString()
                .contains("sp_dropextendedproperty");
    }

    @Test
    void aNameIsQuotedWhereItIsSqlAndPlainWhereItIsText() {
        assertThat(sql(op -> op.renameTable("user", "order")))
                .containsExactly("exec sp_rename N'[user]', N'order', N'OBJECT'");
        assertThat(sql(op -> op.renameColumn("dbo.user", "\"it's\"", "b")))
                .containsExactly("exec sp_rename N'dbo.[user].[it''s]', N'b', N'COLUMN'");
        assertThat(sql(op -> op.renameConstraint("dbo.t", check("ck", "a > 0"), "ck_a")))
                .containsExactly("exec sp_rename N'dbo.ck', N'ck_a', N'OBJECT'");
    }

    @Test
    void whatRestrictMeansIsItsUsualWay() {
        assertThat(sql(op -> op.addConstraint(
                        "t", foreignKey("fk", "a").references("u", "id").onDelete(RESTRICT))))
                .containsExactly("alter table t add constraint fk foreign key (a) references u (id)");
    }

    @Test
    void anIndexMayBeClusteredAndAnIdentityMayCountOtherwise() {
        assertThat(sql(op -> op.createIndex("t", index("ix", "a").using("clustered"))))
                .containsExactly("create clustered index ix on t (a)");
        assertThat(sql(op -> op.addColumn(
                        "t",
                        column("id", bigint())
                                .withGeneration(identity().startWith(10).incrementBy(5)))))
                .containsExactly("alter table t add id bigint identity(10, 5)");
    }

    private static List<String> sql(Consumer<Operations> migration) {
        return Operations.collect(migration).stream()
                .flatMap(operation -> operation.sql(Dialects.named("sqlserver").ddl()).stream())
                .map(statement -> ((Statement.Sql) statement).text())
                .toList();
    }
}
