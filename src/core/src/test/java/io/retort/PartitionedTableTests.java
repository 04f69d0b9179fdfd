package io.retort;

import static io.retort.migration.Definitions.*;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL_15;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.lint.DatabaseSizes;
import io.retort.lint.Finding;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.operation.Operation;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** PostgreSQL refuses most concurrent forms for a partitioned table, so a revision for one with rows gets the plain ones. */
class PartitionedTableTests {

    private static final Consumer<Operations> TABLES = op -> {
        op.createTable("client", column("id", bigint()).notNull(), primaryKey("id"));
        op.execute(
                "create table bill (id bigint not null, client_id bigint, note varchar(80)) partition by range (id)",
                "drop table bill",
                means -> means.createTable(
                        "bill",
                        column("id", bigint()).notNull(),
                        column("client_id", bigint()),
                        column("note", varchar(80))));
        op.execute("create table bill_low partition of bill for values from (0) to (100)", "drop table bill_low");
        op.execute(
                "create table bill_high partition of bill for values from (100) to (1000) partition by range (id)",
                "drop table bill_high");
        op.execute(
                "create table bill_highest partition of bill_high for values from (100) to (1000)",
                "drop table bill_highest");
        op.createTable("payment", column("id", bigint()).notNull(), column("bill_id", bigint()), primaryKey("id"));
    };

    private static final Consumer<Operations> PLAIN = op -> {
        op.createIndex("bill", index("ix_bill_client", "client_id"));
        op.addConstraint("bill", primaryKey("id"));
        op.addConstraint("bill", unique("uk_bill_note", "id", "note"));
        op.addConstraint("bill", foreignKey("fk_bill_client", "client_id").references("client", "id"));
        op.addConstraint("bill", check("ck_bill_id", "id > 0"));
        op.alterColumn(
                "bill", column("note", varchar(80)), column("note", varchar(80)).notNull());
        op.addColumn("bill", column("state", enumOf("NEW", "PAID")));
        op.addColumn("bill", column("token", uuid()).notNull().defaultExpression("gen_random_uuid()"));
        op.addConstraint("payment", foreignKey("fk_payment_bill", "bill_id").references("bill", "id"));
    };

    private static Consumer<Operations> written(boolean foreignKeys) {
        return op -> {
            op.createIndex("bill", index("ix_bill_client", "client_id"));
            op.addConstraint("bill", primaryKey("id"));
            op.addConstraint("bill", unique("uk_bill_note", "id", "note"));
            if (foreignKeys) {
                op.addConstraint(
                        "bill",
                        foreignKey("fk_bill_client", "client_id")
                                .references("client", "id")
                                .concurrently());
            } else {
                op.addConstraint(
                        "bill", foreignKey("fk_bill_client", "client_id").references("client", "id"));
            }
            op.addConstraint("bill", check("ck_bill_id", "id > 0").concurrently());
            op.alterColumn(
                    "bill",
                    column("note", varchar(80)),
                    column("note", varchar(80)).notNull().concurrently());
            op.addColumn("bill", column("state", enumOf("NEW", "PAID")).concurrently());
            op.addColumn(
                    "bill",
                    column("token", uuid())
                            .notNull()
                            .defaultExpression("gen_random_uuid()")
                            .concurrently());
            op.addConstraint(
                    "payment",
                    foreignKey("fk_payment_bill", "bill_id")
                            .references("bill", "id")
                            .concurrently());
        };
    }

    @OnDatabases({POSTGRESQL, POSTGRESQL_15})
    void theWrittenRevisionRunsWithRows(TestDb db) throws SQLException {
        Consumer<Operations> written = written(db.database() == POSTGRESQL);
        Retort retort = retort(db, written);
        retort.upgrade("aaa");
        assertThat(retort.concurrently(Operations.collect(PLAIN), null))
                .as("without rows")
                .isEqualTo(Operations.collect(PLAIN));
        fill(db);
        List<String> former = dump(db);

        assertThat(retort.concurrently(Operations.collect(PLAIN), null)).isEqualTo(Operations.collect(written));
        List<Operation> back = Operation.reverse(Operations.collect(PLAIN)).orElseThrow();
        assertThat(retort.concurrently(back, null))
                .filteredOn(operation -> operation.describe().startsWith("- index"))
                .containsExactlyElementsOf(back.stream()
                        .filter(operation -> operation.describe().startsWith("- index"))
                        .toList());

        retort.upgrade("bbb");
        assertThat(db.query("select count(*), count(distinct token) from bill")).containsExactly("600|600");
        assertThat(
                        db.query(
                                "select count(*) from pg_constraint where not convalidated and conparentid = 0 or conname like 'retort#_not#_null%' escape '#'"))
                .containsExactly("0");
        retort.downgrade("aaa");
        assertThat(dump(db)).isEqualTo(former);
        retort.upgrade("bbb");
        assertThat(db.query("select count(*), count(distinct token) from bill")).containsExactly("600|600");
    }

    @OnDatabases(POSTGRESQL_15)
    void theSizesOfAPartitionedTableAreThoseOfItsPartitions(TestDb db) throws SQLException {
        Retort retort = retort(db, PLAIN);
        retort.upgrade("aaa");
        assertThat(retort.sizes().tables())
                .contains(new DatabaseSizes.Entry("bill", 0L, 0L, true), new DatabaseSizes.Entry("payment", 0, 0));
        fill(db);
        assertThat(retort.sizes().tables())
                .as("counted, as there are no statistics")
                .contains(new DatabaseSizes.Entry("bill", 600L, 0L, true));
        db.execute("vacuum analyze bill");

        DatabaseSizes sizes = retort.sizes();

        assertThat(sizes.tables())
                .filteredOn(entry -> entry.name().equals("bill"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.rows()).isEqualTo(600);
                    assertThat(entry.bytes()).isPositive();
                    assertThat(entry.partitioned()).isTrue();
                });
        assertThat(retort.concurrently(Operations.collect(PLAIN), sizes))
                .as("for another database")
                .isEqualTo(Operations.collect(written(false)));
    }

    /** Without advice that PostgreSQL would refuse. */
    @OnDatabases(POSTGRESQL_15)
    void theAdviceForAPartitionedTableCanBeFollowed(TestDb db) throws SQLException {
        Retort retort = retort(db, PLAIN);
        retort.upgrade("aaa");
        fill(db);
        DatabaseSizes big = new DatabaseSizes(
                "postgresql", "15.1", List.of(new DatabaseSizes.Entry("bill", 10_000_000L, 1_000_000_000L, true)));

        assertThat(retort.lint("heads", "aaa", big))
                .filteredOn(finding -> List.of("index-blocks-writes", "unique-blocks", "primary-key-blocks")
                        .contains(finding.rule()))
                .hasSize(3)
                .extracting(Finding::safer)
                .allSatisfy(safer -> assertThat(safer)
                        .startsWith("PostgreSQL cannot do this concurrently for a partitioned table.")
                        .doesNotContain("op."));

        Consumer<Operations> followed = op -> {
            for (String partition : List.of("bill_low", "bill_highest")) {
                op.createIndex(partition, index("ix_" + partition, "client_id").concurrently());
                op.addConstraint(
                        partition, unique("uk_" + partition, "id", "note").concurrently());
            }
            op.createIndex("bill", index("ix_bill_client", "client_id"));
            op.addConstraint("bill", unique("uk_bill_note", "id", "note"));
        };
        retort(db, followed).upgrade("bbb");
        assertThat(db.query("select c.relname from pg_inherits join pg_class c on c.oid = inhrelid"
                        + " where c.relkind = 'i' order by 1"))
                .as("no index was built twice")
                .containsExactly("ix_bill_highest", "ix_bill_low", "uk_bill_highest", "uk_bill_low");
        assertThat(db.query("select count(*) from pg_index i join pg_class c on c.oid = i.indrelid"
                        + " where c.relname in ('bill_low', 'bill_highest')"))
                .containsExactly("4");
    }

    /** Its rows are in another table, too. */
    @OnDatabases(POSTGRESQL)
    void aColumnIsFilledInTheTablesThatInheritIt(TestDb db) throws SQLException {
        Consumer<Operations> tables = op -> {
            op.createTable("parent", column("id", bigint()).notNull());
            op.execute("create table child () inherits (parent)", "drop table child");
            op.execute("insert into parent select generate_series(1, 3)", "delete from only parent");
            op.execute("insert into child select generate_series(1, 5000)", "delete from child");
        };
        Retort retort = retort(
                db,
                tables,
                op -> op.addColumn(
                        "parent",
                        column("token", uuid())
                                .defaultExpression("gen_random_uuid()")
                                .concurrently()));
        retort.upgrade("bbb");

        assertThat(db.query("select count(*), count(distinct token) from parent"))
                .containsExactly("5003|5003");
    }

    private static void fill(TestDb db) throws SQLException {
        db.execute(
                "insert into client select generate_series(1, 10)",
                "insert into bill select i, mod(i, 10) + 1, 'note' from generate_series(1, 600) i",
                "insert into payment select i, i from generate_series(1, 600) i");
    }

    private static List<String> dump(TestDb db) throws SQLException {
        return SchemaDump.of(db).without("retort_").withoutPlaces().lines();
    }

    private static Retort retort(TestDb db, Consumer<Operations> changes) {
        return retort(db, TABLES, changes);
    }

    private static Retort retort(TestDb db, Consumer<Operations> tables, Consumer<Operations> changes) {
        List<RevisionCode> history =
                List.of(revision("aaa", List.of(), true, tables), revision("bbb", List.of("aaa"), false, changes));
        return Retort.on(db.dataSource(), List.of(() -> history));
    }

    private static RevisionCode revision(
            String id, List<String> parents, boolean transactional, Consumer<Operations> operations) {
        RevisionInfo info =
                new RevisionInfo(id, parents, List.of(), List.of(), "bills", null, transactional, "revisions." + id);
        Migration migration = operations::accept;
        return new RevisionCode(info, () -> migration);
    }
}
