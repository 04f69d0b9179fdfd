package io.retort;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.columns;
import static io.retort.migration.Definitions.enumOf;
import static io.retort.migration.Definitions.foreignKey;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.key;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.row;
import static io.retort.migration.Definitions.rows;
import static io.retort.migration.Definitions.unique;
import static io.retort.migration.Definitions.using;
import static io.retort.migration.Definitions.varchar;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.RetortOptions.OnlineCheck;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.internal.history.JavaRevisions;
import io.retort.internal.history.SqlRevisions;
import io.retort.internal.prepare.StepPreparation;
import io.retort.lint.DatabaseSizes;
import io.retort.lint.Finding;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;
import io.retort.revision.Direction;
import io.retort.revision.Plan.Step;
import io.retort.revision.RevisionInfo;
import io.retort.run.RunListener;
import io.retort.source.RevisionSource;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Lint findings, waivers and sizes, without a database where none is needed. */
public class LintTests {

    private static final DataSource NONE = new JdbcDataSource();

    @Revision(id = "aaa")
    public static final class Raaa_base implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable("p", column("id", bigint()).notNull(), primaryKey("id"));
            op.createTable(
                    "t",
                    column("id", bigint()).notNull(),
                    column("n", integer()),
                    column("name", varchar(20)),
                    column("pid", bigint()),
                    primaryKey("id"));
        }
    }

    @Revision(id = "bbb", parent = "aaa")
    public static final class Rbbb_index implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createIndex("t", index("ix_t_n", "n"));
        }
    }

    @Revision(id = "bbb", parent = "aaa")
    public static final class Rbbb_waived implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.allow("index-blocks-writes", "maintenance window", o -> o.createIndex("t", index("ix_t_n", "n")));
        }
    }

    @Revision(id = "bbb", parent = "aaa")
    public static final class Rbbb_stale implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.allow("drop-column", "not needed", o -> o.addColumn("t", column("x", integer())));
        }
    }

    @Revision(id = "bbb", parent = "aaa")
    public static final class Rbbb_unknown implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.allow("drop-colum", "a typing error", o -> o.dropColumn("t", "n"));
        }
    }

    @Revision(id = "bbb", parent = "aaa")
    public static final class Rbbb_mixed implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.addColumn("p", column("x", integer()));
            op.addConstraint("t", foreignKey("fk", "pid").references("p", "id"));
            op.createTable("new", column("id", bigint()).notNull(), primaryKey("id"));
            op.createIndex("new", index("ix_new", "id"));
            op.dropColumn("new", "id");
        }
    }

    @Revision(id = "bbb", parent = "aaa")
    public static final class Rbbb_text implements Migration {

        static final ThreadLocal<String> STATEMENTS = ThreadLocal.withInitial(() -> "");

        @Override
        public void upgrade(Operations op) {
            op.execute(STATEMENTS.get());
        }
    }

    @SafeVarargs
    private static Retort retort(Class<? extends Migration>... revisions) {
        return Retort.on(NONE, List.of(JavaRevisions.of(revisions)));
    }

    private static RevisionSource sql(String text) {
        return () -> List.of(SqlRevisions.parse(
                "-- revision: bbb\n-- parent: aaa\n\n-- upgrade\n" + text + "\n-- downgrade\n",
                "db/bbb.sql",
                Map.of()));
    }

    private static List<Finding> lintSql(String text) {
        Retort retort = Retort.on(NONE, List.of(JavaRevisions.of(Raaa_base.class), sql(text)));
        return retort.lint("heads", "aaa", DatabaseSizes.unknown("postgresql"));
    }

    private static DatabaseSizes sizes(long rows, long bytes) {
        return new DatabaseSizes(
                "postgresql",
                "16.2",
                List.of(new DatabaseSizes.Entry("t", rows, bytes), new DatabaseSizes.Entry("p", 5, 9)));
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    @Test
    void aFindingNamesPlaceDurationSaferFormAndWaiver() {
        List<Finding> findings =
                retort(Raaa_base.class, Rbbb_index.class).lint("heads", "aaa", sizes(41_000_000, 9_800_000_000L));

        assertThat(findings).hasSize(1);
        assertThat(String.join("\n", findings.get(0).lines())).isEqualTo("""
                io.retort.LintTests$Rbbb_index, operation 1: + index ix_t_n (n) on t  [index-blocks-writes, error]
                  PostgreSQL blocks writes to t while it builds the index: about 5 minutes for 9.8 GB (41 million rows).
                  Safer: op.createIndex("t", index("ix_t_n", "n").concurrently());
                  To accept it: op.allow("index-blocks-writes", "<reason>", o -> o.createIndex("t", index("ix_t_n", "n")));""");
    }

    @Test
    void sizesDecideWhetherALockMatters() {
        Retort retort = retort(Raaa_base.class, Rbbb_index.class);

        assertThat(rules(retort.lint("heads", "aaa", sizes(9_999, 9_999_999)))).isEmpty();
        assertThat(rules(retort.lint("heads", "aaa", sizes(0, 0)))).isEmpty();
        assertThat(rules(retort.lint("heads", "aaa", sizes(10_000, 1)))).containsExactly("index-blocks-writes");
        assertThat(rules(retort.lint("heads", "aaa", sizes(1, 10_000_000)))).containsExactly("index-blocks-writes");
        assertThat(rules(retort.lint("heads", "aaa", DatabaseSizes.unknown("postgresql"))))
                .containsExactly("index-blocks-writes");
    }

    @Test
    void newTablesAndEmbeddedProductsHaveNoFindings() {
        Retort retort = retort(Raaa_base.class, Rbbb_index.class);

        assertThat(retort.lint("heads", "base", DatabaseSizes.unknown("postgresql")))
                .isEmpty();
        for (String product : List.of("h2", "hsqldb", "sqlite")) {
            assertThat(retort.lint("heads", "aaa", DatabaseSizes.unknown(product)))
                    .isEmpty();
        }
    }

    @Test
    void aLockedTableWaitsForLaterWork() {
        List<Finding> findings =
                retort(Raaa_base.class, Rbbb_mixed.class).lint("heads", "aaa", sizes(1_000_000, 1_000_000_000));

        assertThat(rules(findings)).containsExactly("fk-blocks-writes", "no-key-index", "stricter-constraint");
        assertThat(rules(retort(Raaa_base.class, Rbbb_mixed.class)
                        .lint("heads", "aaa", DatabaseSizes.unknown("postgresql"))))
                .contains("fk-blocks-writes", "lock-then-work");
    }

    @Test
    void aWaiverAcceptsOneRuleAndIsNotInTheChecksum() {
        assertThat(retort(Raaa_base.class, Rbbb_waived.class).lint("heads", "aaa", DatabaseSizes.unknown("postgresql")))
                .isEmpty();
        assertThat(checksum(Rbbb_waived.class)).isEqualTo(checksum(Rbbb_index.class));
    }

    private static String checksum(Class<? extends Migration> revision) {
        History history = History.read(retort(Raaa_base.class, revision).sources());
        return String.valueOf(new StepPreparation(history, Dialects.named("postgresql"))
                .prepare(new Step(history.graph().get("bbb"), Direction.UP))
                .checksum());
    }

    @Test
    void aChangeOfAColumnThatABackfillFillsAfterTheStartWaits() {
        String fill = "-- revision: bbb\n-- parent: aaa\n-- transactional: false\n\n-- upgrade\n"
                + "-- backfill: batches().afterStart()\nupdate t set name = 'x', N = 1 where name is null;\n\n-- downgrade\n";
        String header = "-- revision: ccc\n-- parent: bbb\n\n-- upgrade\n";
        for (String waits : List.of(
                "alter table t rename column name to title;",
                "alter table t alter column n type bigint;",
                "alter table t rename to u;")) {
            assertThat(rules(after(fill, header + waits))).as(waits).contains("backfill-waits");
            assertThat(rules(after(fill.replace(".afterStart()", ""), header + waits)))
                    .as(waits)
                    .doesNotContain("backfill-waits");
        }
        for (String free : List.of(
                "alter table t rename column pid to parent;",
                "alter table t alter column name set default 'y';",
                "alter table p rename to q;")) {
            assertThat(rules(after(fill, header + free))).as(free).doesNotContain("backfill-waits");
        }
    }

    private static List<Finding> after(String fill, String change) {
        Retort retort = Retort.on(
                NONE,
                List.of(
                        JavaRevisions.of(Raaa_base.class),
                        () -> List.of(
                                SqlRevisions.parse(fill, "db/bbb.sql", Map.of()),
                                SqlRevisions.parse(change + "\n\n-- downgrade\n", "db/ccc.sql", Map.of()))));
        return retort.lint("heads", "aaa", DatabaseSizes.unknown("postgresql"));
    }

    @Test
    void aStaleWaiverIsAFinding() {
        List<Finding> findings =
                retort(Raaa_base.class, Rbbb_stale.class).lint("heads", "aaa", DatabaseSizes.unknown("postgresql"));

        assertThat(rules(findings)).containsExactly("stale-waiver");
        assertThat(findings.get(0).problem()).contains("drop-column");
    }

    @Test
    void aWaiverIsNotStaleBecauseTheTableIsSmall() {
        assertThat(retort(Raaa_base.class, Rbbb_waived.class).lint("heads", "aaa", sizes(3, 3)))
                .isEmpty();
    }

    @Test
    void anUnknownRuleOrAMissingReasonIsRefused() {
        assertThatThrownBy(() -> retort(Raaa_base.class, Rbbb_unknown.class)
                        .lint("heads", "aaa", DatabaseSizes.unknown("postgresql")))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("\"drop-colum\", which does not exist")
                .hasMessageContaining("Did you mean drop-column?");
        assertThatThrownBy(() -> lintSql("-- allow drop-column:\nalter table t drop column n;"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("Line 5 of the revision in db/bbb.sql has \"-- allow\" without a reason");
        assertThatThrownBy(() -> lintSql("alter table t drop column n;\n-- allow drop-column: unused"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("without a statement below it");
        assertThatThrownBy(() -> new Operations().allow("drop-column", " ", o -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a reason");
    }

    @Test
    void aLineThatLooksLikeAWaiverIsOneOrIsRefused() {
        String drop = "alter table t drop column n;";

        for (String line : List.of("-- allow drop-column", "-- ALLOW drop-column", "-- allow drop-column because")) {
            assertThatThrownBy(() -> lintSql(line + "\n" + drop))
                    .as(line)
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("Line 5 of the revision in db/bbb.sql has \"-- allow\" without a reason");
        }
        assertThatThrownBy(() -> lintSql("-- allow: nothing uses it\n" + drop))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("without a rule");
        assertThat(lintSql("-- Allow drop-column: nothing uses it\n" + drop)).isEmpty();
        for (String comment : List.of("-- allow us to drop it", "-- allowed: x", "-- allow null", "-- allow")) {
            assertThat(rules(lintSql(comment + "\n" + drop))).as(comment).containsExactly("drop-column");
        }
        assertThatThrownBy(() -> lintSql("select 1; -- allow drop-column: nothing uses it\n" + drop))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining(
                        "Line 5 of the revision in db/bbb.sql has \"-- allow\" in the line of a statement");
        assertThatThrownBy(() -> new Operations().allow("drop-column", null, o -> o.dropColumn("t", "n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a reason");
        assertThatThrownBy(() -> new Operations().allow("drop-column", "nothing uses it", o -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs an operation");
    }

    @Test
    void everyTableOfAStatementIsJudged() {
        assertThat(tables(lintSql("drop table t, p cascade;"))).containsExactly("drop-table t", "drop-table p");
        assertThat(tables(lintSql("truncate only t *, p restart identity cascade;")))
                .containsExactly("truncate t", "truncate p");
        assertThat(tables(lintSql("drop index ix_a, ix_b;")))
                .containsExactly("drop-index-blocks ix_a", "drop-index-blocks ix_b");
        Retort retort = Retort.on(NONE, List.of(JavaRevisions.of(Raaa_base.class), sql("drop table t, p;")));
        assertThat(tables(retort.lint("heads", "aaa", sizes(0, 0)))).containsExactly("drop-table p");
    }

    @Test
    void theChangedTablesOfAJoinAreJudged() {
        Map<String, List<String>> changed = new LinkedHashMap<>();
        changed.put("update t set n = 0 from p where p.id = t.pid", List.of("big-update t"));
        changed.put("update t join p on p.id = t.pid set t.n = 0", List.of("big-update t"));
        changed.put(
                "update t a join p as b on b.id = a.pid set b.id = f(a.n, 2), a.n = 0",
                List.of("big-update p", "big-update t"));
        changed.put("update t, p set n = 0 where id = 5", List.of("big-update t", "big-update p"));
        changed.put("update t join (select id from p) q on q.id = t.pid set t.n = 0", List.of("big-update t"));
        changed.put("delete from t using p where p.id = t.pid", List.of("big-update t"));
        changed.put("delete a, b from t a join p b on b.id = a.pid", List.of("big-update t", "big-update p"));
        changed.put("delete from b using t as a, p as b where b.id = a.pid", List.of("big-update p"));
        changed.put("delete t, p from t, p where id = 5", List.of("big-update t", "big-update p"));
        changed.put("merge into t using p on p.id = t.pid when matched then update set n = 0", List.of("big-update t"));
        changed.forEach(
                (text, tables) -> assertThat(tables(lintText(text))).as(text).isEqualTo(tables));
        assertThat(rules(lintText("update (t join p on p.id = t.pid) set t.n = 0")))
                .containsExactly("not-judged");
    }

    @Test
    void operationsThatListTheirRowsHaveNoFindings() {
        assertThat(retort(Raaa_base.class, Rbbb_rows.class).lint("heads", "aaa", DatabaseSizes.unknown("postgresql")))
                .isEmpty();
    }

    @Revision(id = "bbb", parent = "aaa")
    public static final class Rbbb_rows implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.insert("p", rows(columns("id"), row(1), row(2)));
            op.upsert("p", key("id"), rows(columns("id"), row(2)), rows(columns("id"), row(3)));
        }
    }

    @Test
    void everyStatementOfATextIsJudged() {
        assertThat(rules(lintText("select 1; drop table t cascade"))).containsExactly("drop-table");
        assertThat(rules(lintText("update t set n = 0; -- done\ntruncate p; select ';'")))
                .containsExactly("big-update", "truncate");
        assertThat(rules(lintText("vacuum full t; drop table p"))).containsExactly("drop-table", "not-judged");
        assertThat(rules(lintText("create function f() returns int language sql as $$ select 1; $$; drop table t")))
                .containsExactly("drop-table");
        assertThat(rules(lintText("select 1; select 'open"))).containsExactly("not-judged");
    }

    @Test
    void whatTheTextDoesNotTellIsNotJudged() {
        for (String text : List.of(
                "select heavy()",
                "select * from t for update",
                "explain analyze delete from t",
                "explain (analyze, buffers) delete from t",
                "alter type mood rename value 'A' to 'B'",
                "alter table t alter column id drop identity",
                "alter table t attach partition t1 for values from (0) to (9)",
                "alter table t add constraint pk primary key using index ux",
                "vacuum full t",
                "refresh materialized view v",
                "reindex schema public",
                "analyze format=json delete from t")) {
            assertThat(rules(lintText(text))).as(text).containsExactly("not-judged");
        }
        for (String text : List.of(
                "select 1",
                "select setval('s', (select max(id) from t))",
                "explain delete from t",
                "analyze t",
                "reindex (verbose, concurrently) table t",
                "alter table t add column x int",
                "alter table t add column x varchar(20) default null")) {
            assertThat(rules(lintText(text))).as(text).isEmpty();
        }
        assertThat(rules(lintText("alter table t add column x int default null not null")))
                .containsExactly("add-required");
        assertThat(rules(lintText("alter table t add column x positive_number")))
                .containsExactly("not-judged");
        assertThat(rules(lintText("alter type mood add value if not exists 'C'")))
                .containsExactly("enum-constant-added");
        assertThat(rules(lintText("alter table t add column x bigint references p (id)")))
                .containsExactly("stricter-constraint");
        assertThat(rules(lintText("reindex (verbose) table t"))).containsExactly("reindex");
        assertThat(rules(lintText("alter table t add constraint fk9 foreign key (pid) references p"))
                        .contains("fk-blocks-writes"))
                .isTrue();
        assertThat(lintText("alter table t add constraint fk9 foreign key (pid) references p"))
                .noneMatch(finding -> finding.problem().contains("unnamed")
                        || finding.problem().contains("()"));
    }

    @Test
    void anUnknownFormerTypeIsStated() {
        assertThat(lintText("alter table unknown_table alter column c type bigint"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem())
                        .startsWith(
                                "The former type of the column is unknown; this is the worst case. PostgreSQL blocks"));
    }

    @Test
    void aChangeOfTheRowWithAPrimaryKeyIsSmall() {
        for (String one : List.of(
                "update t set n = 0 where id = 5",
                "update t set n = 0, name = 'where' where ID = '5'",
                "delete from t where id = 5 and n = 1")) {
            assertThat(rules(lintText(one))).as(one).isEmpty();
        }
        for (String many : List.of(
                "update t set n = 0 where id = n",
                "update t set n = 0 where n = 5",
                "update t set n = 0 where id = 5 or n = 1",
                "update t set n = (select 1 from p where id = 5)",
                "delete from t where id = -5",
                "delete from t")) {
            assertThat(rules(lintText(many))).as(many).containsExactly("big-update");
        }
    }

    @Test
    void aTableKeepsItsSizeUnderAnotherName() {
        Retort prefixed =
                Retort.on(NONE, List.of(JavaRevisions.of(Raaa_base.class), sql("create index ix on public.t (n);")));
        assertThat(prefixed.lint("heads", "aaa", sizes(5, 5))).isEmpty();
        assertThat(rules(prefixed.lint("heads", "aaa", sizes(1_000_000, 5)))).containsExactly("index-blocks-writes");
        Retort renamed = Retort.on(
                NONE,
                List.of(
                        JavaRevisions.of(Raaa_base.class),
                        sql("alter table t rename to t1;\nalter table t1 rename to t2;\ncreate index ix on t2 (n);")));
        assertThat(rules(renamed.lint("heads", "aaa", sizes(5, 5)))).containsExactly("rename-table", "rename-table");
        assertThat(renamed.lint("heads", "aaa", sizes(3_000_000, 5)))
                .anySatisfy(finding -> assertThat(finding.problem()).contains("3 million rows"));
    }

    @Test
    void aForeignKeyOfANewTableLocksTheReferencedTable() {
        List<Finding> findings = lintSql("create table z (id int, pid bigint);\n"
                + "alter table z add constraint fk foreign key (pid) references p (id);");

        assertThat(rules(findings)).containsExactly("new-table-fk");
        assertThat(findings.get(0).problem()).contains("blocks writes to p until the transaction ends");
    }

    @Test
    void twoIndexesOfATableBlockNoMoreThanOne() {
        assertThat(rules(lintSql("create index ix1 on t (n);\ncreate index ix2 on t (name);")))
                .containsExactly("index-blocks-writes", "index-blocks-writes");
        assertThat(rules(lintSql("alter table t add column x int;\ncreate index ix2 on t (name);")))
                .containsExactly("index-blocks-writes", "lock-then-work");
    }

    @Test
    void anUnknownProductIsRefused() {
        assertThatThrownBy(() -> retort(Raaa_base.class).lint("heads", "base", DatabaseSizes.unknown("oracle")))
                .isInstanceOfSatisfying(
                        RetortException.class, e -> assertThat(e.status()).isEqualTo(ExitStatus.USAGE))
                .hasMessageContaining("\"oracle\"");
    }

    @Revision(id = "aaa")
    public static final class Raaa_state implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable("t", column("id", bigint()).notNull(), column("state", enumOf("A", "B")), primaryKey("id"));
        }
    }

    @Revision(id = "bbb", parent = "aaa")
    public static final class Rbbb_state implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.alterColumn("t", column("state", enumOf("A", "B")), column("state", enumOf("A", "B", "LONGER")));
        }
    }

    @Revision(id = "bbb", parent = "aaa")
    public static final class Rbbb_saferState implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.alterColumn(
                    "t",
                    column("state", enumOf("A", "B")),
                    column("state", enumOf("A", "B", "LONGER")).concurrently());
        }
    }

    @OnDatabases(POSTGRESQL)
    void theSaferFormOfOtherEnumConstantsRuns(TestDb db) throws SQLException {
        String safer =
                retort(Raaa_state.class, Rbbb_state.class)
                        .lint("heads", "aaa", DatabaseSizes.unknown("postgresql"))
                        .stream()
                        .filter(finding -> finding.rule().equals("check-blocks"))
                        .map(finding -> String.valueOf(finding.safer()))
                        .findFirst()
                        .orElseThrow();
        assertThat(safer)
                .isEqualTo("op.alterColumn(\"t\", column(\"state\", enumOf(\"A\", \"B\")),"
                        + " column(\"state\", enumOf(\"A\", \"B\", \"LONGER\")).concurrently());");

        Retort retort = Retort.on(db.dataSource(), List.of(JavaRevisions.of(Raaa_state.class, Rbbb_saferState.class)));
        retort.upgrade("aaa");
        db.execute("insert into t values (1, 'A')");
        retort.upgrade("head");
        db.execute("insert into t values (2, 'LONGER')");
        db.execute("delete from t where id = 2");
        retort.downgrade("aaa");
        assertThatThrownBy(() -> db.execute("insert into t values (3, 'C')")).isInstanceOf(SQLException.class);
    }

    @Test
    void theSaferFormDoesAllThatTheOperationDoes() {
        RevisionInfo revision =
                new RevisionInfo("bbb", List.of("aaa"), List.of(), List.of(), "b", null, false, "memory");
        List<Finding> findings = retort(Raaa_base.class)
                .lint(
                        revision,
                        Operations.collect(op -> {
                            op.addColumn("t", column("state", enumOf("A", "B")), unique("uk_t_state", "state"));
                            op.alterColumn(
                                    "t",
                                    column("name", varchar(20)),
                                    column("name", integer()).notNull(),
                                    using("length(name)"));
                        }),
                        DatabaseSizes.unknown("postgresql"));

        assertThat(findings)
                .filteredOn(finding -> finding.rule().equals("add-column-check"))
                .singleElement()
                .extracting(Finding::safer)
                .isEqualTo("op.addColumn(\"t\", column(\"state\", enumOf(\"A\", \"B\")).concurrently());\n"
                        + "op.addConstraint(\"t\", unique(\"uk_t_state\", \"state\").concurrently());");
        assertThat(findings)
                .filteredOn(finding -> finding.rule().equals("not-null-scans"))
                .singleElement()
                .extracting(finding -> String.valueOf(finding.safer()))
                .satisfies(safer -> assertThat(safer).doesNotContain("op.alterColumn"));
    }

    @OnDatabases(POSTGRESQL)
    void rowsAreCountedWhereTheStatisticsAreMissing(TestDb db) throws SQLException {
        Retort retort = Retort.on(db.dataSource(), List.of(JavaRevisions.of(Raaa_base.class)));
        retort.upgrade("aaa");
        db.execute("analyze t", "insert into t (id) values (1)");

        assertThat(retort.sizes().tables())
                .contains(new DatabaseSizes.Entry("p", 0, 0))
                .anySatisfy(entry -> {
                    assertThat(entry.name()).isEqualTo("t");
                    assertThat(entry.rows()).isEqualTo(1);
                });
    }

    private static List<Finding> lintText(String statements) {
        RevisionSource text = JavaRevisions.of(Rbbb_text.class);
        Rbbb_text.STATEMENTS.set(statements);
        return Retort.on(NONE, List.of(JavaRevisions.of(Raaa_base.class), text))
                .lint("heads", "aaa", DatabaseSizes.unknown("postgresql"));
    }

    private static List<String> tables(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.rule() + " "
                        + List.of("ix_a", "ix_b", "t", "p").stream()
                                .filter(name ->
                                        List.of(finding.problem().split("\\W+")).contains(name))
                                .findFirst()
                                .orElse("?"))
                .toList();
    }

    @Test
    void sqlIsJudgedByItsText() {
        List<Finding> findings = lintSql("""
                -- allow drop-column: no release maps it
                alter table t drop column name;

                create index ix on t (n);
                update t set n = 0;
                create function f() returns int language sql as 'select 1';
                alter table t cluster on ix;
                """);

        assertThat(rules(findings))
                .containsExactly("index-blocks-writes", "lock-then-work", "big-update", "lock-then-work", "not-judged");
        assertThat(findings.get(0).place()).isEqualTo("db/bbb.sql:8");
        assertThat(findings.get(0).waiver()).isEqualTo("-- allow index-blocks-writes: <reason>");
    }

    @Test
    void aTableThatSqlCreatesIsNew() {
        assertThat(lintSql("create table z (id int);\ncreate index ix on z (id);"))
                .isEmpty();
    }

    @Test
    void whatSqlDeclaresIsJudgedWhereItsTextIsNot() {
        assertThat(rules(lintSql("call rebuild_t();\n-- means: createIndex(\"t\", index(\"ix\", \"n\"))")))
                .containsExactly("index-blocks-writes");
        assertThat(rules(lintSql("call rebuild_t();"))).containsExactly("not-judged");
    }

    @OnDatabases({POSTGRESQL, MARIADB})
    void aRunWarnsAboutTablesWithRowsOrIsRefused(TestDb db) throws SQLException {
        Retort.on(db.dataSource(), List.of(JavaRevisions.of(Raaa_base.class))).upgrade("head");
        RevisionSource next = sql("alter table t rename to t9;\nalter table t9 rename to t;");
        List<String> warnings = new ArrayList<>();
        Retort retort = Retort.on(db.dataSource(), List.of(JavaRevisions.of(Raaa_base.class), next))
                .with(new RunListener() {
                    @Override
                    public void warning(String message) {
                        warnings.add(message);
                    }
                });

        assertThatThrownBy(() -> retort.with(RetortOptions.STANDARD.withOnline(OnlineCheck.ENFORCE))
                        .upgrade("head"))
                .isInstanceOfSatisfying(
                        RetortException.class, e -> assertThat(e.status()).isEqualTo(ExitStatus.LINT))
                .hasMessageContaining("violates the rule rename-table")
                .hasMessageContaining("Nothing was run");
        assertThat(retort.status().currentHeads()).hasSize(1);
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("db/bbb.sql:5", "rename-table, error", "The same rule is violated by:\n    db/bbb.sql:6: ");
        warnings.clear();
        retort.with(RetortOptions.STANDARD.withOnline(OnlineCheck.OFF)).upgrade("head");
        assertThat(warnings).isEmpty();
        assertThat(retort.lint("heads", null, null)).isEmpty();
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void sizesComeFromTheCatalog(TestDb db) throws SQLException {
        Retort retort = Retort.on(db.dataSource(), List.of(JavaRevisions.of(Raaa_base.class, Rbbb_index.class)));
        retort.upgrade("aaa");
        assertThat(rules(retort.lint("heads", null, null))).as("an empty table").isEmpty();
        for (int i = 0; i < 3; i++) {
            db.execute("insert into t (id) values (" + i + ")");
        }
        if (db.database() == POSTGRESQL) {
            assertThat(retort.lint("heads", null, null))
                    .as("rows without statistics are counted")
                    .isEmpty();
            db.execute("analyze t");
            assertThat(retort.lint("heads", null, null)).as("a small table").isEmpty();
            db.execute("insert into t (id) select generate_series(1000, 20000)");
            db.execute("delete from pg_statistic", "update pg_class set reltuples = -1 where relname = 't'");
            assertThat(rules(retort.lint("heads", null, null)))
                    .as("many rows without statistics")
                    .containsExactly("index-blocks-writes");
        }
        DatabaseSizes sizes = retort.sizes();
        assertThat(sizes.product()).isEqualTo(db.database().product());
        if (db.database() == H2) {
            assertThat(sizes.tables()).isEmpty();
        } else {
            assertThat(sizes.tables()).extracting(DatabaseSizes.Entry::name).contains("p", "t", "retort_revision");
        }
    }
}
