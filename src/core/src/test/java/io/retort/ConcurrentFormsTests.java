package io.retort;

import static io.retort.migration.Definitions.*;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.history.JavaRevisions;
import io.retort.lint.DatabaseSizes;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;
import io.retort.operation.Operation;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Changes of tables with rows get forms that do not block other sessions; all others keep their plain form. */
class ConcurrentFormsTests {

    @Revision(id = "aaa")
    public static final class Raaa_tables implements Migration {
        @Override
        public void upgrade(Operations op) {
            op.createTable("filled", column("id", bigint()).notNull(), column("n", integer()), primaryKey("id"));
            op.createTable("hollow", column("id", bigint()).notNull(), column("n", integer()), primaryKey("id"));
            op.createTable("gone", column("id", bigint()).notNull(), column("n", integer()), primaryKey("id"));
        }
    }

    private static final Consumer<Operations> PLAIN = op -> {
        op.createIndex("filled", index("ix_filled", "n"));
        op.createIndex("Hollow", index("ix_hollow", "n"));
        op.createTable("fresh", column("id", bigint()).notNull(), column("n", integer()), primaryKey("id"));
        op.createIndex("fresh", index("ix_fresh", "n"));
        op.renameTable("filled", "filled2");
        op.addConstraint("filled2", unique("uk_filled", "n"));
        op.alterColumn("filled2", column("n", integer()), column("n", integer()).defaultValue(1));
        op.alterColumn(
                "filled2",
                column("n", integer()).defaultValue(1),
                column("n", integer()).defaultValue(1).notNull());
        op.addColumn("filled2", column("code", varchar(9)));
        op.dropConstraint("filled2", unique("uk_filled", "n"));
        op.execute("create index ix_by_hand on filled2 (n)");
        op.createIndex("gone", index("ix_gone", "n"));
        op.dropTable("gone");
    };

    private static final Consumer<Operations> WRITTEN = op -> {
        op.createIndex("filled", index("ix_filled", "n").concurrently());
        op.createIndex("Hollow", index("ix_hollow", "n"));
        op.createTable("fresh", column("id", bigint()).notNull(), column("n", integer()), primaryKey("id"));
        op.createIndex("fresh", index("ix_fresh", "n"));
        op.renameTable("filled", "filled2");
        op.addConstraint("filled2", unique("uk_filled", "n").concurrently());
        op.alterColumn("filled2", column("n", integer()), column("n", integer()).defaultValue(1));
        op.alterColumn(
                "filled2",
                column("n", integer()).defaultValue(1),
                column("n", integer()).defaultValue(1).notNull().concurrently());
        op.addColumn("filled2", column("code", varchar(9)));
        op.dropConstraint("filled2", unique("uk_filled", "n"));
        op.execute("create index ix_by_hand on filled2 (n)");
        op.createIndex("gone", index("ix_gone", "n"));
        op.dropTable("gone");
    };

    @Test
    void aSizesFileSaysWhichTablesHaveRows() {
        DatabaseSizes sizes = new DatabaseSizes(
                "postgresql",
                "16.2",
                List.of(
                        new DatabaseSizes.Entry("filled", 1, 8192),
                        new DatabaseSizes.Entry("hollow", 0, 0),
                        new DatabaseSizes.Entry("gone", 1, 8192)));
        Retort retort = Retort.on(unused(), List.of(JavaRevisions.of(Raaa_tables.class)));

        assertThat(retort.concurrently(Operations.collect(PLAIN), sizes)).isEqualTo(Operations.collect(WRITTEN));
        assertThat(retort.concurrently(Operations.collect(PLAIN), DatabaseSizes.unknown("h2")))
                .isEqualTo(Operations.collect(PLAIN));
    }

    @Test
    void aTableOfUnknownSizeCountsAsOneWithRows() {
        Retort retort = Retort.on(unused(), List.of(JavaRevisions.of(Raaa_tables.class)));
        List<Operation> index = Operations.collect(op -> op.createIndex("filled", index("ix_filled", "n")));

        assertThat(retort.concurrently(index, DatabaseSizes.unknown("postgresql")))
                .isEqualTo(Operations.collect(
                        op -> op.createIndex("filled", index("ix_filled", "n").concurrently())));
    }

    @OnDatabases({POSTGRESQL, H2})
    void theConnectedDatabaseSaysWhichTablesHaveRows(TestDb db) throws SQLException {
        Retort retort = Retort.on(db.dataSource(), List.of(JavaRevisions.of(Raaa_tables.class)));
        List<Operation> plain = Operations.collect(PLAIN);
        assertThat(retort.concurrently(plain, null)).as("without a revision").isEqualTo(plain);
        retort.upgrade("head");
        assertThat(retort.concurrently(plain, null)).as("without rows").isEqualTo(plain);
        db.execute("insert into filled values (1, 1)", "insert into gone values (1, 1)");

        assertThat(retort.concurrently(plain, null))
                .isEqualTo(db.database() == H2 ? plain : Operations.collect(WRITTEN));
    }

    private static DataSource unused() {
        return (DataSource) Proxy.newProxyInstance(
                ConcurrentFormsTests.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    throw new AssertionError("no connection is needed");
                });
    }
}
