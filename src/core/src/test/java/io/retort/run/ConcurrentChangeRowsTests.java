package io.retort.run;

import static io.retort.migration.Definitions.*;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.Retort;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rows that violate a change stop its concurrent form in the middle. The error names the table and what to do. After the
 * rows are corrected, the next upgrade completes the change; a downgrade reverts it before that.
 */
class ConcurrentChangeRowsTests {

    private static final Consumer<Operations> TABLES = op -> {
        op.createTable("customer", column("id", bigint()).notNull(), primaryKey("id"));
        op.createTable(
                "purchase",
                column("id", bigint()).notNull(),
                column("customer_id", bigint()),
                column("number", integer()),
                column("state", enumOf("NEW", "HELD", "DONE")));
        op.execute("insert into customer values (1), (2), (3), (4), (5)", "delete from customer");
        op.execute(
                "insert into purchase values (1, 1, 1, 'NEW'), (2, 2, 2, 'NEW'), (3, 3, 3, 'NEW'), (4, 4, 4, 'NEW'),"
                        + " (5, 5, 5, 'NEW')",
                "delete from purchase");
    };

    /**
     * A change that rows violate.
     *
     * @param operation the change
     * @param violate makes rows violate it
     * @param correct corrects the rows
     * @param named what the error of PostgreSQL names besides the table
     * @param namedByMariaDb what the error of MariaDB names
     */
    private record Violation(
            Consumer<Operations> operation, String violate, String correct, String named, String namedByMariaDb) {

        String named(TestDb db) {
            return db.database() == POSTGRESQL ? named : namedByMariaDb;
        }
    }

    private static final List<Violation> VIOLATIONS = List.of(
            new Violation(
                    op -> op.addConstraint(
                            "purchase",
                            foreignKey("fk_purchase_customer", "customer_id")
                                    .references("customer", "id")
                                    .concurrently()),
                    "update purchase set customer_id = 99 where id = 3",
                    "update purchase set customer_id = 3 where id = 3",
                    "Key (customer_id)=(99) is not present in table \"customer\"",
                    "fk_purchase_customer"),
            new Violation(
                    op -> op.addConstraint(
                            "purchase", unique("uk_purchase_number", "number").concurrently()),
                    "update purchase set number = 2 where id = 3",
                    "update purchase set number = 3 where id = 3",
                    "Key (number)=(2) is duplicated",
                    "Duplicate entry '2' for key 'uk_purchase_number'"),
            new Violation(
                    op -> op.addConstraint("purchase", primaryKey("id").concurrently()),
                    "update purchase set id = 2 where id = 3",
                    "update purchase set id = 3 where customer_id = 3",
                    "Key (id)=(2) is duplicated",
                    "Duplicate entry '2' for key 'PRIMARY'"),
            new Violation(
                    op -> op.createIndex(
                            "purchase",
                            index("ux_purchase_number", "number").asUnique().concurrently()),
                    "update purchase set number = 2 where id = 3",
                    "update purchase set number = 3 where id = 3",
                    "Key (number)=(2) is duplicated",
                    "Duplicate entry '2' for key 'ux_purchase_number'"),
            new Violation(
                    op -> op.addConstraint(
                            "purchase",
                            check("ck_purchase_number", "number > 0").concurrently()),
                    "update purchase set number = -2 where id = 3",
                    "update purchase set number = 3 where id = 3",
                    "ck_purchase_number",
                    "ck_purchase_number"),
            new Violation(
                    op -> op.alterColumn(
                            "purchase",
                            column("number", integer()),
                            column("number", integer()).notNull().concurrently()),
                    "update purchase set number = null where id = 3",
                    "update purchase set number = 3 where id = 3",
                    "number is not null",
                    "number"),
            new Violation(
                    op -> op.alterColumn(
                            "purchase",
                            column("state", enumOf("NEW", "HELD", "DONE")),
                            column("state", enumOf("NEW", "DONE")).concurrently()),
                    "update purchase set state = 'HELD' where id = 3",
                    "update purchase set state = 'NEW' where id = 3",
                    "purchase_state_check",
                    "state"));

    @OnDatabases({POSTGRESQL, MARIADB})
    void rowsAreCorrectedAndTheChangeIsCompletedOrReverted(TestDb db) throws SQLException {
        int cases = 0;
        for (Violation violation : VIOLATIONS) {
            Retort retort = retort(db, violation.operation());
            retort.upgrade("aaa");
            List<String> former = dump(db);
            retort.upgrade("bbb");
            List<String> whole = dump(db);
            retort.downgrade("aaa");

            db.execute(violation.violate());
            isRefused(retort, violation.named(db));
            isRefused(retort, violation.named(db));
            retort.downgrade("aaa");
            assertThat(dump(db)).as("%s reverted", violation.named()).isEqualTo(former);

            isRefused(retort, violation.named(db));
            db.execute(violation.correct());
            retort.upgrade("bbb");
            assertThat(dump(db)).as("%s completed", violation.named()).isEqualTo(whole);
            if (db.database() == POSTGRESQL) {
                assertThat(db.query("select (select count(*) from pg_index where not indisvalid)"
                                + " + (select count(*) from pg_constraint where not convalidated)"))
                        .containsExactly("0");
            }
            assertThat(db.query("select count(*) from purchase")).containsExactly("5");
            retort.downgrade("base");
            cases++;
        }
        System.out.println("[rows of concurrent changes] | cases " + cases);
        assertThat(cases).isEqualTo(VIOLATIONS.size());
    }

    private static void isRefused(Retort retort, String named) {
        MigrationFailedException refused =
                catchThrowableOfType(MigrationFailedException.class, () -> retort.upgrade("bbb"));
        assertThat(refused)
                .hasMessageContaining("purchase")
                .hasMessageContaining(named)
                .hasMessageContaining("Existing rows prevent the statement: change or delete them")
                .hasMessageContaining("run it again");
        boolean atFirstStatement = refused.getMessage().contains("done               nothing");
        assertThat(refused.getMessage().contains("with a statement before this one"))
                .as("nothing can be inserted between two statements of an operation")
                .isEqualTo(atFirstStatement);
    }

    private static List<String> dump(TestDb db) throws SQLException {
        return SchemaDump.of(db).without("retort_").withoutPlaces().lines().stream()
                .filter(line -> !line.startsWith("row "))
                .toList();
    }

    private static Retort retort(TestDb db, Consumer<Operations> change) {
        List<RevisionCode> history =
                List.of(revision("aaa", List.of(), true, TABLES), revision("bbb", List.of("aaa"), false, change));
        return Retort.on(db.dataSource(), List.of(() -> history));
    }

    private static RevisionCode revision(
            String id, List<String> parents, boolean transactional, Consumer<Operations> operations) {
        RevisionInfo info =
                new RevisionInfo(id, parents, List.of(), List.of(), "rows", null, transactional, "revisions." + id);
        Migration migration = operations::accept;
        return new RevisionCode(info, () -> migration);
    }
}
