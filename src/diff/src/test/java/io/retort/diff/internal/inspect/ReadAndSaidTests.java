package io.retort.diff.internal.inspect;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.dialect.Dialect;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.SequenceOperation;
import io.retort.operation.Statement.Sql;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.Constraint;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A schema that is read, created again by the dialect and read again is unchanged. A dropped object can thus be
 * restored.
 */
class ReadAndSaidTests {

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aSchemaThatIsReadCreatedElsewhereAndReadAgainIsTheSame(TestDb db) throws SQLException {
        db.execute(Resources.text(db.database() + ".sql").split(";\n"));
        try (TestDb other = db.database().server().newDatabase()) {
            Snapshot before = inspect(db).mapTables(table -> expressible(table, db.database()));
            if (db.database() == H2 || db.database() == HSQLDB) {
                other.execute("create domain email_address as varchar(320)");
            }
            other.execute(statements(InspectedProducts.dialect(db.database()), before));
            assertThat(SnapshotText.of(inspect(other))).isEqualTo(SnapshotText.of(before));
            assertThat(inspect(other)).isEqualTo(before);
        }
    }

    /**
     * Excludes what the dialects cannot express exactly: prefix indexes, and on MySQL the default of a product-specific
     * type, which becomes an expression because of its parentheses.
     */
    private static Table expressible(Table table, TestDatabase product) {
        return table.withIndexes(table.indexes().stream()
                        .filter(index -> !index.name().equals("ux_prefix"))
                        .toList())
                .mapColumns(column -> product == MYSQL && column.type().kind() == SqlType.Kind.OTHER
                        ? column.withDefault(null)
                        : column);
    }

    private static String[] statements(Dialect dialect, Snapshot snapshot) {
        List<Operation> operations = new ArrayList<>();
        snapshot.enumTypes().forEach(type -> operations.add(new TypeOperation.Create(type)));
        snapshot.sequences().forEach(sequence -> operations.add(new SequenceOperation.Create(sequence)));
        boolean keysInTables = dialect.name().equals("sqlite");
        snapshot.tables()
                .forEach(table ->
                        operations.add(new TableOperation.Create(keysInTables ? table : withoutForeignKeys(table))));
        snapshot.tables()
                .forEach(table -> table.indexes()
                        .forEach(index -> operations.add(new IndexOperation.Create(table.name(), index, false))));
        snapshot.tables().stream()
                .filter(table -> !keysInTables)
                .forEach(table -> table.constraintsOf(Constraint.ForeignKey.class)
                        .forEach(key -> operations.add(new ConstraintOperation.Add(table.name(), key, false))));
        return operations.stream()
                .flatMap(operation -> operation.sql(dialect.ddl()).stream())
                .map(statement -> ((Sql) statement).text())
                .toArray(String[]::new);
    }

    private static Table withoutForeignKeys(Table table) {
        return table.withIndexes(List.of())
                .withConstraints(table.constraints().stream()
                        .filter(c -> !(c instanceof Constraint.ForeignKey))
                        .toList());
    }

    private static Snapshot inspect(TestDb db) throws SQLException {
        TestDatabase product = db.database();
        try (Connection connection = db.connect()) {
            return InspectedProducts.inspector(product).inspect(connection, Scope.CURRENT);
        }
    }
}
