package io.retort.sample;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL_15;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.diff.author.Difference;
import io.retort.diff.author.Draft;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.schema.Snapshot;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;

/**
 * Compares the clinic's entities with an empty database on every product, including those without a profile. Applies
 * all differences and reverts them.
 */
@Tag("long")
class EveryProductTests {

    @OnDatabases({POSTGRESQL_15, POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void afterWhatWasFoundNothingIsFoundAndTheWayBackLeavesNothing(TestDb db) throws SQLException {
        List<String> empty = SchemaDump.of(db).lines();
        Retort retort = Retort.on(db.dataSource(), List.of());
        Difference first = Entities.compare(db, retort);
        List<Operation> operations = first.operations();
        run(operations, db);

        Difference again = Entities.compare(db, retort);
        print(operations, again, db);
        assertThat(operations).hasSizeGreaterThan(10);
        assertThat(again.operations()).extracting(Operation::describe).isEmpty();
        assertThat(again.skipped()).isEmpty();
        assertThat(again.notOurs()).isEmpty();

        run(
                Draft.empty("a1", List.of(), "all", Instant.EPOCH)
                        .reversing(operations)
                        .down(),
                db);
        assertThat(SchemaDump.of(db).lines()).containsExactlyElementsOf(empty);
    }

    private static void run(List<Operation> operations, TestDb db) throws SQLException {
        Dialect dialect = Dialects.named(db.database().product());
        for (Operation operation : operations) {
            for (Statement statement : operation.sql(dialect.ddl())) {
                db.execute(((Statement.Sql) statement).text());
            }
        }
    }

    /** Prints a cell of the matrix in the manual: tables / objects / operations / differences after applying. */
    private static void print(List<Operation> operations, Difference again, TestDb db) {
        Snapshot made = Operation.apply(operations, Snapshot.EMPTY);
        long objects = made.sequences().size()
                + made.enumTypes().size()
                + made.tables().stream()
                        .mapToLong(table -> table.columns().size()
                                + table.constraints().size()
                                + table.indexes().size())
                        .sum();
        System.out.println("[matrix] sample app on " + db.database() + ": "
                + made.tables().size() + " / " + objects + " / " + operations.size() + " / "
                + again.operations().size());
    }
}
