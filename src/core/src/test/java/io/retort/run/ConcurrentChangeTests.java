package io.retort.run;

import static io.retort.migration.Definitions.*;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.Retort;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.run.FaultInjector.Fault;
import io.retort.run.FaultInjector.Kind;
import io.retort.schema.Column;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.TestSeed;
import io.retort.testkit.dump.SchemaDump;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Changes that do not block other sessions consist of several statements, so they can stop between them. The next run
 * completes or reverts them, and leaves nothing behind.
 */
class ConcurrentChangeTests {

    private static final boolean FULL = Boolean.getBoolean("retort.full");

    /** Of some 2,400 faults. */
    private static final int SOME = FULL ? 300 : 8;

    private static final List<Kind> KINDS = List.of(Kind.SQL_EXCEPTION, Kind.BROKEN_CONNECTION);

    private static final Consumer<Operations> TABLES = op -> {
        op.createTable("customer", column("id", bigint()).notNull(), primaryKey("id"));
        op.createTable(
                "purchase",
                column("id", bigint()).notNull(),
                column("customer_id", bigint()),
                column("number", integer()),
                column("state", enumOf("NEW", "DONE")));
        op.execute("insert into customer select i from generate_series(1, 500) i", "delete from customer");
        op.execute("insert into purchase select i, i, i, 'NEW' from generate_series(1, 500) i", "delete from purchase");
    };

    /** Every form, with a statement in a transaction between them. */
    private static final Consumer<Operations> CHANGES = op -> {
        op.createIndex("purchase", index("ix_purchase_state", "state").concurrently());
        op.addConstraint("purchase", primaryKey("id").concurrently());
        op.addConstraint("purchase", unique("uk_purchase_number", "number").concurrently());
        op.addConstraint(
                "purchase",
                foreignKey("fk_purchase_customer", "customer_id")
                        .references("customer", "id")
                        .concurrently());
        op.addConstraint("purchase", check("ck_purchase_number", "number > 0").concurrently());
        op.addColumn("customer", column("email", varchar(80)));
        op.alterColumn(
                "purchase",
                column("number", integer()),
                column("number", integer()).notNull().concurrently());
        op.alterColumn(
                "purchase",
                column("state", enumOf("NEW", "DONE")),
                column("state", enumOf("NEW", "HELD", "DONE")).concurrently());
        op.addColumn("purchase", column("kind", enumOf("A", "B")).concurrently());
        op.addColumn(
                "purchase",
                column("token", uuid())
                        .notNull()
                        .defaultExpression("gen_random_uuid()")
                        .concurrently());
    };

    private static final List<RevisionCode> HISTORY =
            List.of(revision("aaa", null, true, TABLES), revision("bbb", "aaa", false, CHANGES));

    private static RevisionCode revision(
            String id, String parent, boolean transactional, Consumer<Operations> operations) {
        List<String> parents = parent == null ? List.of() : List.of(parent);
        RevisionInfo info =
                new RevisionInfo(id, parents, List.of(), List.of(), "forms", null, transactional, "revisions." + id);
        Migration migration = operations::accept;
        return new RevisionCode(info, () -> migration);
    }

    @OnDatabases(POSTGRESQL)
    void aChangeThatStopsAnywhereIsCompletedOrReverted(TestDb db) throws SQLException {
        Retort retort = Retort.on(db.dataSource(), List.of(() -> HISTORY));
        retort.upgrade("aaa");
        List<String> former = dump(db);
        retort.upgrade("bbb");
        List<String> whole = dump(db);
        assertThat(rows(db, "select count(distinct token) from purchase")).isEqualTo("500");
        retort.downgrade("aaa");
        assertThat(dump(db)).isEqualTo(former);

        int faults = 0;
        for (Fault fault : faults(seams(db))) {
            retort.downgrade("aaa");
            assertThat(dump(db)).as("reverted, before %s", fault).isEqualTo(former);
            FaultInjector injector = new FaultInjector(db.dataSource(), fault);
            fails(injector);
            if (fault.seam() % 2 == 0) {
                retort.downgrade("aaa");
                assertThat(dump(db)).as("reverted after %s", injector.where()).isEqualTo(former);
            }
            retort.upgrade("bbb");
            assertThat(dump(db)).as("completed after %s", injector.where()).isEqualTo(whole);
            assertThat(leftovers(db)).as("after %s", injector.where()).isEqualTo("0");
            faults += injector.isDone() ? 1 : 0;
        }
        System.out.println("[concurrent changes] | faults " + faults);
        assertThat(faults).isEqualTo(SOME);
    }

    private static final Consumer<Operations> KEYS = op -> {
        op.addConstraint("purchase", primaryKey("id").concurrently());
        op.addConstraint("purchase", unique("uk_purchase_number", "number").concurrently());
        op.alterColumn(
                "purchase",
                column("number", integer()),
                column("number", integer()).notNull().concurrently());
    };

    /** Each statement has a reverse that does not need the next one. */
    @OnDatabases(POSTGRESQL)
    void aChangeThatStopsBeforeAnyOfItsStatementsIsReverted(TestDb db) throws SQLException {
        List<RevisionCode> history = List.of(revision("aaa", null, true, TABLES), revision("bbb", "aaa", false, KEYS));
        Retort retort = Retort.on(db.dataSource(), List.of(() -> history));
        retort.upgrade("aaa");
        List<String> former = dump(db);
        FaultInjector counting = new FaultInjector(db.dataSource(), Fault.NONE);
        retort(counting, history).upgrade("bbb");
        retort.downgrade("aaa");
        int statements = 0;
        for (int seam = 1; seam <= counting.seams().size(); seam++) {
            String call = counting.seams().get(seam - 1);
            if (!call.matches("execute (create unique index|alter table purchase).*")) {
                continue;
            }
            FaultInjector injector = new FaultInjector(db.dataSource(), new Fault(seam, false, Kind.SQL_EXCEPTION));
            assertThatThrownBy(() -> retort(injector, history).upgrade("bbb"))
                    .isInstanceOf(MigrationFailedException.class);
            assertThat(injector.where()).contains(call);
            retort.downgrade("aaa");
            assertThat(dump(db)).as("stopped before %s", call).isEqualTo(former);
            statements++;
        }
        assertThat(statements).isEqualTo(8);
    }

    private static int seams(TestDb db) {
        FaultInjector counting = new FaultInjector(db.dataSource(), Fault.NONE);
        retort(counting).upgrade("bbb");
        return counting.seams().size();
    }

    private static Retort retort(FaultInjector injector) {
        return retort(injector, HISTORY);
    }

    private static Retort retort(FaultInjector injector, List<RevisionCode> history) {
        return Retort.on(injector.dataSource(), List.of(() -> history)).with(injector.listener());
    }

    private static void fails(FaultInjector injector) {
        try {
            retort(injector).upgrade("bbb");
        } catch (RuntimeException | Error expected) {
            assertThat(injector.isDone()).as("%s", expected).isTrue();
        }
    }

    private static List<Fault> faults(int seams) {
        List<Fault> all = new ArrayList<>();
        for (int seam = 1; seam <= seams; seam++) {
            for (Kind kind : KINDS) {
                all.add(new Fault(seam, false, kind));
                all.add(new Fault(seam, true, kind));
            }
        }
        Collections.shuffle(all, new Random(TestSeed.of("seam.seed")));
        return all.subList(0, SOME);
    }

    /** Invalid indexes, constraints that are not validated, and constraints of Retort's own. */
    private static String leftovers(TestDb db) throws SQLException {
        return rows(
                db,
                "select (select count(*) from pg_index where not indisvalid)"
                        + " + (select count(*) from pg_constraint where not convalidated or conname like 'retort#_not#_null%' escape '#')");
    }

    @OnDatabases(POSTGRESQL)
    void rowsThatViolateAForeignKeyAreCorrectedBeforeItIsValidated(TestDb db) throws SQLException {
        Retort retort = Retort.on(db.dataSource(), List.of(() -> HISTORY));
        retort.upgrade("aaa");
        List<String> former = dump(db);
        db.execute("update purchase set customer_id = 9999 where id = 7");

        assertThatThrownBy(() -> retort.upgrade("bbb"))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("fk_purchase_customer");
        assertThatThrownBy(() -> db.execute("update purchase set customer_id = 9998 where id = 8"))
                .isInstanceOf(SQLException.class);
        retort.downgrade("aaa");
        assertThat(dump(db)).isEqualTo(former);
        assertThatThrownBy(() -> retort.upgrade("bbb")).isInstanceOf(MigrationFailedException.class);
        db.execute("update purchase set customer_id = 7 where id = 7");
        retort.upgrade("bbb");
        assertThat(leftovers(db)).isEqualTo("0");
    }

    @OnDatabases(POSTGRESQL)
    void anInvalidIndexOfAUniqueConstraintIsBuiltAgain(TestDb db) throws SQLException {
        Retort retort = Retort.on(db.dataSource(), List.of(() -> HISTORY));
        retort.upgrade("aaa");
        db.execute("update purchase set number = 8 where number = 7");

        assertThatThrownBy(() -> retort.upgrade("bbb"))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("uk_purchase_number");
        db.execute("update purchase set number = 7 where id = 7");
        retort.upgrade("bbb");
        assertThat(leftovers(db)).isEqualTo("0");
        assertThatThrownBy(() -> db.execute("update purchase set number = 8 where number = 7"))
                .isInstanceOf(SQLException.class);
    }

    /** The collation of a column without an index is changed in place, so that the operation alone seems harmless. */
    @OnDatabases(MYSQL)
    void aChangeThatWouldBlockWritesIsRefusedByTheServer(TestDb db) throws SQLException {
        Column before = column("n", varchar(20)).collation("utf8mb4_bin");
        Column after = column("n", varchar(20)).collation("utf8mb4_general_ci");
        Consumer<Operations> table = op -> {
            op.createTable("t", column("id", bigint()).notNull(), before, primaryKey("id"));
            op.createIndex("t", index("ix_t_n", "n").concurrently());
            op.addColumn("t", column("code", integer()).concurrently());
        };
        Retort concurrent = Retort.on(
                db.dataSource(),
                List.of(() -> List.of(
                        revision("aaa", null, true, table),
                        revision("bbb", "aaa", false, op -> op.alterColumn("t", before, after.concurrently())))));
        concurrent.upgrade("aaa");
        List<String> former = dump(db);

        assertThatThrownBy(() -> concurrent.upgrade("bbb"))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("LOCK=NONE is not supported");
        assertThat(dump(db)).isEqualTo(former);
        Retort.on(
                        db.dataSource(),
                        List.of(() -> List.of(
                                revision("aaa", null, true, table),
                                revision("bbb", "aaa", false, op -> op.alterColumn("t", before, after)))))
                .upgrade("bbb");
        assertThat(dump(db)).isNotEqualTo(former);
    }

    private static String rows(TestDb db, String query) throws SQLException {
        try (java.sql.Connection connection = db.connect();
                java.sql.Statement statement = connection.createStatement();
                java.sql.ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static List<String> dump(TestDb db) throws SQLException {
        return SchemaDump.of(db).without("retort_").withoutPlaces().lines().stream()
                .filter(line -> !line.startsWith("row "))
                .toList();
    }
}
