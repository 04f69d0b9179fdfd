package io.retort.ahead;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.check;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.sequence;
import static io.retort.migration.Definitions.table;
import static io.retort.migration.Definitions.unique;
import static io.retort.migration.Definitions.varchar;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.RunReport;
import io.retort.SwitchPlan;
import io.retort.error.RetortException;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.run.PreparedStep.LossKind;
import io.retort.schema.Table;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.TestSeed;
import io.retort.testkit.dump.SchemaDump;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A database that is ahead of the application goes to the heads of the application's history and back. */
class SwitchTests {

    private static final String ROWS = "select id, state from retort_revision order by id";

    /** The database that each branch alone creates is the oracle: it needs no stored downgrade. */
    @OnDatabases(H2)
    void generatedBranchesAreSwitchedThereAndBack(TestDb db) throws SQLException {
        int graphs = Boolean.getBoolean("retort.full") ? 200 : 12;
        long seed = TestSeed.of("switch.seed");
        for (int i = 0; i < graphs; i++) {
            thereAndBack(db, new Branches(new SplittableRandom(seed + i)), "-Dswitch.seed=" + (seed + i));
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, HSQLDB, SQLITE})
    void someBranchesAreSwitchedOnTheOtherProducts(TestDb db) throws SQLException {
        long seed = TestSeed.of("switch.seed");
        boolean constraints = db.database() != SQLITE;
        Branches branches = new Branches(new SplittableRandom(seed), constraints, 3);
        thereAndBack(db, branches, "-Dswitch.seed=" + seed);
    }

    private static void thereAndBack(TestDb db, Branches branches, String where) throws SQLException {
        List<List<String>> others = new ArrayList<>();
        for (int to = 0; to <= branches.otherSize(); to++) {
            others.add(built(db, branches, branches.other(to)));
        }
        for (int from = 0; from <= branches.oneSize(); from++) {
            List<RevisionCode> one = branches.one(from);
            List<String> whole = built(db, branches, one);
            for (int to = 0; to <= branches.otherSize(); to++) {
                String pair = where + ", from " + from + " to " + to;
                switchTo(db, branches.other(to));
                assertThat(dump(db)).as(pair).isEqualTo(others.get(to));
                assertThat(applied(db)).as(pair).isEqualTo(ids(branches.other(to)));
                switchTo(db, one);
                assertThat(dump(db)).as(pair + " and back").isEqualTo(whole);
                assertThat(applied(db)).as(pair + " and back").isEqualTo(ids(one));
            }
        }
        retort(db, branches.one(branches.oneSize())).downgrade("base");
    }

    /** Builds a branch from an empty database, with rows in the tables that both branches have. */
    private static List<String> built(TestDb db, Branches branches, List<RevisionCode> history) throws SQLException {
        db.execute("drop table if exists retort_revision");
        for (String table : db.query(tables(db))) {
            db.execute("drop table " + table + (db.database() == POSTGRESQL ? " cascade" : ""));
        }
        retort(db, branches.common()).upgrade("heads");
        db.execute(
                "insert into base1 (id, a, b) values (1, 'one', 1), (2, null, 2)",
                "insert into base2 (id, a, b) values (1, 'two', null)");
        retort(db, history).upgrade("heads");
        return dump(db);
    }

    private static String tables(TestDb db) {
        return switch (db.database()) {
            case SQLITE -> "select name from sqlite_master where type = 'table' and name not like 'sqlite%'";
            case MARIADB, MYSQL -> "select table_name from information_schema.tables where table_schema = database()";
            case POSTGRESQL -> "select tablename from pg_tables where schemaname = 'public'";
            default -> "select table_name from information_schema.tables where table_schema = 'PUBLIC'";
        };
    }

    private static RunReport switchTo(TestDb db, List<RevisionCode> history) {
        Retort retort = retort(db, history);
        SwitchPlan plan = retort.planSwitch(row -> Optional.empty());
        return retort.runSwitch(plan, row -> Optional.empty());
    }

    private static List<String> dump(TestDb db) throws SQLException {
        return SchemaDump.of(db).without("retort_").withoutPlaces().lines();
    }

    private static Set<String> applied(TestDb db) throws SQLException {
        return new HashSet<>(db.query("select id from retort_revision"));
    }

    private static Set<String> ids(List<RevisionCode> history) {
        Set<String> ids = new HashSet<>();
        history.forEach(code -> ids.add(code.info().id()));
        return ids;
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void thePlanCountsWhatGoes(TestDb db) throws SQLException {
        retort(db, feature()).upgrade("head");
        db.execute(
                "insert into customer (id, name, nick) values (1, 'Ada', 'a'), (2, 'Bob', null), (3, 'Eve', 'e')",
                "insert into tag (id) values (1), (2)");
        List<String> before = dump(db);

        SwitchPlan plan = retort(db, main()).planSwitch(row -> Optional.empty());

        assertThat(plan.steps())
                .extracting(
                        step -> (step.isUpgrade() ? "+" : "-") + step.revision().id())
                .containsExactly("-fff2", "-fff1", "+bbb1");
        assertThat(plan.lost().get("fff2"))
                .containsExactly(new SwitchPlan.LostRows(LossKind.DROPPED_TABLE, "tag", null, null, 2L, 2L));
        assertThat(plan.lost().get("fff1"))
                .containsExactly(new SwitchPlan.LostRows(LossKind.DROPPED_COLUMN, "customer", "nick", null, 3L, 2L));
        assertThat(dump(db)).isEqualTo(before);

        retort(db, main()).runSwitch(plan, row -> Optional.empty());

        assertThat(db.query("select id, name from customer order by id")).containsExactly("1|Ada", "2|Bob", "3|Eve");
        assertThat(db.query(ROWS)).containsExactly("aaa1|applied", "bbb1|applied");
        assertThat(retort(db, main()).upgrade("head").steps()).isEmpty();
    }

    /** The rebased branch has a new revision of main below its own, which was applied without it. */
    @OnDatabases({POSTGRESQL, H2})
    void aRevisionWithANewIdIsOnlyRecordedAgain(TestDb db) throws SQLException {
        retort(db, feature()).upgrade("head");
        db.execute("insert into customer (id, name, nick) values (1, 'Ada', 'a')", "insert into tag (id) values (7)");
        List<RevisionCode> rebased = new ArrayList<>(main());
        rebased.add(Branches.revision("fff1new", "bbb1", SwitchTests::nick));
        rebased.add(Branches.revision("fff2new", "fff1new", SwitchTests::tag));

        RunReport report = switchTo(db, rebased);

        assertThat(report.steps()).hasSize(3);
        assertThat(db.query("select nick from customer")).containsExactly("a");
        assertThat(db.query("select id from tag")).containsExactly("7");
        assertThat(db.query("select id, parents from retort_revision order by id"))
                .containsExactly("aaa1|", "bbb1|aaa1", "fff1new|bbb1", "fff2new|fff1new");
        assertThat(retort(db, rebased).upgrade("head").steps()).isEmpty();
        assertThat(retort(db, rebased).edits()).isEmpty();
        switchTo(db, main());
        assertThat(db.query(ROWS)).containsExactly("aaa1|applied", "bbb1|applied");
    }

    /** A revision that the application knows stands on one that it does not know. */
    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void aKnownRevisionAboveAnUnknownOneGoesDownAndComesUpAgain(TestDb db) throws SQLException {
        retort(db, feature()).upgrade("head");
        List<RevisionCode> rebased = new ArrayList<>(main());
        rebased.add(Branches.revision("fff2", "bbb1", SwitchTests::tag));
        Retort retort = retort(db, rebased);

        SwitchPlan plan = retort.planSwitch(row -> Optional.empty());

        assertThat(plan.steps())
                .extracting(
                        step -> (step.isUpgrade() ? "+" : "-") + step.revision().id())
                .containsExactly("-fff2", "-fff1", "+bbb1", "+fff2");
        retort.runSwitch(plan, row -> Optional.empty());
        assertThat(db.query("select id, parents from retort_revision order by id"))
                .containsExactly("aaa1|", "bbb1|aaa1", "fff2|bbb1");
    }

    /** Both branches are known: a rebase gave the first applied revision a parent that is not applied. */
    @OnDatabases({POSTGRESQL, MARIADB, H2, SQLITE})
    void aRebasedBranchIsRevertedAndAppliedAboveTheNewParent(TestDb db) throws SQLException {
        retort(db, feature()).upgrade("head");
        db.execute(
                "insert into customer (id, name, nick) values (1, 'Ada', 'a'), (2, 'Bob', null)",
                "insert into tag (id) values (7)");
        Retort retort = retort(db, rebased());
        for (ThrowingCallable command :
                List.<ThrowingCallable>of(() -> retort.upgrade("head"), () -> retort.downgrade("aaa1"))) {
            assertThatThrownBy(command)
                    .hasMessageContaining("bbb1 (change bbb1)")
                    .hasMessageContaining("The parent of fff1 (change fff1) was another one when it was applied")
                    .hasMessageContaining("the command `switch`")
                    .hasMessageContaining("the command `merge`")
                    .hasMessageNotContaining("move it to the end");
        }

        SwitchPlan plan = retort.planSwitch(row -> Optional.empty());

        assertThat(plan.steps())
                .extracting(
                        step -> (step.isUpgrade() ? "+" : "-") + step.revision().id())
                .containsExactly("-fff2", "-fff1", "+bbb1", "+fff1", "+fff2");
        assertThat(plan.isUpgrade()).isFalse();
        assertThat(plan.lost().get("fff2"))
                .containsExactly(new SwitchPlan.LostRows(LossKind.DROPPED_TABLE, "tag", null, null, 1L, 1L));
        assertThat(plan.lost().get("fff1"))
                .containsExactly(new SwitchPlan.LostRows(LossKind.DROPPED_COLUMN, "customer", "nick", null, 2L, 1L));
        assertThat(db.query("select id, nick from customer order by id")).containsExactly("1|a", "2|null");

        retort.runSwitch(plan, row -> Optional.empty());

        assertThat(db.query("select id, name, nick from customer order by id"))
                .containsExactly("1|Ada|null", "2|Bob|null");
        assertThat(db.query("select count(*) from tag")).containsExactly("0");
        assertThat(db.query("select id, parents, state from retort_revision order by id"))
                .containsExactly("aaa1||applied", "bbb1|aaa1|applied", "fff1|bbb1|applied", "fff2|fff1|applied");
        assertThat(retort.upgrade("head").steps()).isEmpty();
        assertThat(retort.planSwitch(row -> Optional.empty()).steps()).isEmpty();
    }

    /** The rows say what was applied above what, also if an interactive rebase has changed the order. */
    @OnDatabases(H2)
    void aBranchInAnotherOrderIsRevertedInItsFormerOrder(TestDb db) throws SQLException {
        retort(db, feature()).upgrade("head");
        List<RevisionCode> reordered = new ArrayList<>(main());
        reordered.add(Branches.revision("fff2", "bbb1", SwitchTests::tag));
        reordered.add(Branches.revision("fff1", "fff2", SwitchTests::nick));

        SwitchPlan plan = retort(db, reordered).planSwitch(row -> Optional.empty());

        assertThat(plan.steps())
                .extracting(
                        step -> (step.isUpgrade() ? "+" : "-") + step.revision().id())
                .containsExactly("-fff2", "-fff1", "+bbb1", "+fff2", "+fff1");
        switchTo(db, reordered);
        assertThat(db.query("select id, parents from retort_revision order by id"))
                .containsExactly("aaa1|", "bbb1|aaa1", "fff1|fff2", "fff2|bbb1");
    }

    /** A row that was deleted from the history table is no rebase: its revision would fail. */
    @OnDatabases({POSTGRESQL, H2})
    void aDeletedRowIsNotApplied(TestDb db) throws SQLException {
        Retort retort = retort(db, rebased());
        retort.upgrade("head");
        db.execute("insert into tag (id) values (7)", "delete from retort_revision where id = 'bbb1'");

        assertThatThrownBy(() -> switchTo(db, rebased()))
                .hasMessageContaining("bbb1 (change bbb1)")
                .hasMessageContaining("the command `stamp <head>`")
                .hasMessageNotContaining("the command `switch`");
        assertThat(db.query("select id from tag")).containsExactly("7");
    }

    private static List<RevisionCode> rebased() {
        List<RevisionCode> rebased = new ArrayList<>(main());
        rebased.add(Branches.revision("fff1", "bbb1", SwitchTests::nick));
        rebased.add(Branches.revision("fff2", "fff1", SwitchTests::tag));
        return rebased;
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void whatCannotBeRevertedChangesNothing(TestDb db) throws SQLException {
        List<RevisionCode> ahead = new ArrayList<>(main().subList(0, 1));
        ahead.add(Branches.revision("ccc1", "aaa1", op -> op.createTable("later", column("id", integer()))));
        ahead.add(Branches.revision("ccc2", "ccc1", op -> op.work("fill it", connection -> {}, connection -> {})));
        ahead.add(Branches.revision("ccc3", "ccc2", new Migration() {
            @Override
            public void upgrade(Operations op) {
                op.dropColumn("customer", "name");
            }
        }));
        retort(db, ahead).upgrade("head");
        List<String> before = dump(db);
        List<String> rows = db.query(ROWS);

        assertThatThrownBy(() -> switchTo(db, main()))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("Revision ccc3 (change ccc3) cannot be reverted by this version")
                .hasMessageContaining("its downgrade is not stored, because it cannot be undone");
        db.execute("delete from retort_revision where id = 'ccc3'");
        assertThatThrownBy(() -> switchTo(db, main()))
                .hasMessageContaining("ccc2 (change ccc2)")
                .hasMessageContaining("because its downgrade has Java code: fill it");
        assertThat(dump(db)).isEqualTo(before);
        assertThat(db.query(ROWS)).isEqualTo(rows.subList(0, 3));
        db.execute("update retort_revision set " + undo(db) + " = 'x' where id = 'ccc2'");
        assertThatThrownBy(() -> switchTo(db, main())).hasMessageContaining("its downgrade is not stored. Nothing");
    }

    @OnDatabases(H2)
    void anIrreversibleRevisionIsNamedSo(TestDb db) throws SQLException {
        List<RevisionCode> ahead = new ArrayList<>(main().subList(0, 1));
        ahead.add(Branches.revision("ccc1", "aaa1", new Migration() {
            @Override
            public void upgrade(Operations op) {
                op.createTable("later", column("id", integer()));
            }

            @Override
            public void downgrade(Operations op) {
                throw new RetortException("This revision cannot be reverted.", "Restore a backup.");
            }
        }));
        retort(db, ahead).upgrade("head");

        assertThatThrownBy(() -> switchTo(db, main()))
                .hasMessageContaining("its downgrade is not stored, because it is irreversible, or could not be");
        assertThat(db.query(ROWS)).containsExactly("aaa1|applied", "ccc1|applied");
    }

    @OnDatabases(H2)
    void withoutStoredDowngradesNothingIsStored(TestDb db) throws SQLException {
        retort(db, feature()).with(RetortOptions.STANDARD.withKeepUndo(false)).upgrade("head");

        assertThat(db.query("select undo, older from retort_revision order by id"))
                .containsExactly("null|yes", "null|yes", "null|yes");
        assertThatThrownBy(() -> switchTo(db, main())).hasMessageContaining("fff2 (change fff2)");
    }

    @OnDatabases({POSTGRESQL, H2})
    void aStoredDowngradeThatFailsNamesTheCommand(TestDb db) throws SQLException {
        retort(db, feature()).upgrade("head");
        db.execute("drop table tag");

        assertThatThrownBy(() -> switchTo(db, main()))
                .hasMessageContaining("Revision fff2 (change fff2) failed while downgrading.")
                .hasMessageContaining("Correct what the database reports, and run it again: the command `switch`");
        assertThat(db.query(ROWS)).hasSize(3);
        db.execute("create table tag (id integer)");
        switchTo(db, main());
        assertThat(db.query(ROWS)).containsExactly("aaa1|applied", "bbb1|applied");
    }

    /** The statements of some operations depend on the database or on a transaction. */
    @OnDatabases({SQLITE, MARIADB, MYSQL, HSQLDB, POSTGRESQL})
    void operationsThatDependOnTheDatabaseAreReverted(TestDb db) throws SQLException {
        Table customer =
                table("customer", column("id", bigint()).notNull(), column("name", varchar(50)), primaryKey("id"));
        List<RevisionCode> special = List.of(
                customer(),
                Branches.revision("bbb0", "aaa1", op -> {
                    if (db.database() != MARIADB && db.database() != MYSQL && db.database() != SQLITE) {
                        op.createSequence(sequence("s").startWith(5));
                    }
                }),
                Branches.revision("ccc1", "bbb0", op -> {
                    switch (db.database()) {
                        case SQLITE ->
                            op.rebuildTable(
                                    customer, changes -> changes.addConstraint("customer", check("ck", "id > 0")));
                        case HSQLDB ->
                            op.alterSequence(
                                    sequence("s").startWith(5),
                                    sequence("s").startWith(5).incrementBy(2));
                        case POSTGRESQL ->
                            op.createIndex("customer", index("ix_name", "name").concurrently());
                        case MYSQL -> op.addConstraint("customer", unique("uq", "name"));
                        default -> op.addConstraint("customer", check("ck", "id > 0"));
                    }
                }));
        retort(db, special.subList(0, 2)).upgrade("head");
        db.execute("insert into customer (id, name) values (1, 'Ada')");
        List<String> before = dump(db);
        retort(db, special).upgrade("head");
        assertThat(dump(db)).isNotEqualTo(before);

        switchTo(db, special.subList(0, 2));

        assertThat(dump(db)).isEqualTo(before);
        assertThat(applied(db)).containsExactlyInAnyOrder("aaa1", "bbb0");
    }

    @OnDatabases(H2)
    void anotherPlanThanTheConfirmedOneIsRefused(TestDb db) throws SQLException {
        retort(db, feature().subList(0, 2)).upgrade("head");
        SwitchPlan plan = retort(db, main()).planSwitch(row -> Optional.empty());
        retort(db, feature()).upgrade("head");

        assertThatThrownBy(() -> retort(db, main()).runSwitch(plan, row -> Optional.empty()))
                .hasMessageContaining("has changed since the plan of the switch was made. Nothing was run.");
        assertThat(db.query(ROWS)).hasSize(3);
    }

    /** A partial upgrade of an unknown revision: the completed statements are reverted. */
    @OnDatabases({MARIADB, H2, HSQLDB})
    void anUnknownPartialUpgradeIsReverted(TestDb db) throws SQLException {
        List<RevisionCode> ahead = new ArrayList<>(feature());
        ahead.add(Branches.revision("fff3", "fff2", op -> {
            op.createTable("half", column("id", integer()));
            op.createIndex("half", index("ix_half", "id"));
            op.addColumn("customer", column("fax", varchar(20)));
            op.execute("insert into nowhere values (1)", "delete from nowhere");
        }));
        assertThatThrownBy(() -> retort(db, ahead).upgrade("head")).hasMessageContaining("nowhere");
        assertThat(db.query(ROWS)).contains("fff3|upgrading");

        switchTo(db, feature());

        assertThat(db.query(ROWS)).containsExactly("aaa1|applied", "fff1|applied", "fff2|applied");
        assertThatThrownBy(() -> db.query("select id from half")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> db.query("select fax from customer")).isInstanceOf(SQLException.class);
    }

    private static String undo(TestDb db) {
        return db.database() == MARIADB || db.database() == MYSQL ? "`undo`" : "undo";
    }

    private static List<RevisionCode> main() {
        return List.of(
                customer(), Branches.revision("bbb1", "aaa1", op -> op.createTable("invoice", column("id", bigint()))));
    }

    private static List<RevisionCode> feature() {
        return List.of(
                customer(),
                Branches.revision("fff1", "aaa1", SwitchTests::nick),
                Branches.revision("fff2", "fff1", SwitchTests::tag));
    }

    private static RevisionCode customer() {
        return Branches.revision(
                "aaa1",
                "",
                op -> op.createTable(
                        "customer", column("id", bigint()).notNull(), column("name", varchar(50)), primaryKey("id")));
    }

    private static void nick(Operations op) {
        op.addColumn("customer", column("nick", varchar(40)));
    }

    private static void tag(Operations op) {
        op.createTable("tag", column("id", bigint()));
    }

    private static Retort retort(TestDb db, List<RevisionCode> history) {
        return Retort.on(db.dataSource(), List.of(() -> history));
    }
}
