package io.retort.diff.internal.inspect;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The assumption behind the scratch schema: the same DDL results in the same snapshot in any schema. */
class TwoSchemasTests {

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void theSameDdlInAnotherSchemaReadsEqual(TestDb db) throws SQLException {
        String ddl = Resources.text(db.database() + ".sql");
        db.execute(ddl.split(";\n"));
        try (Connection live = db.connect();
                Connection scratch = db.connect()) {
            enter(scratch, db, "scratch_area");
            try {
                run(scratch, ddl.split(";\n"));
                Snapshot there = InspectedProducts.inspector(db.database()).inspect(scratch, Scope.CURRENT);
                Snapshot here = InspectedProducts.inspector(db.database()).inspect(live, Scope.CURRENT);
                assertThat(SnapshotText.of(withoutGivenNames(there, db)))
                        .doesNotContain("scratch_area")
                        .isEqualTo(SnapshotText.of(withoutGivenNames(here, db)));
                assertThat(withoutGivenNames(there, db)).isEqualTo(withoutGivenNames(here, db));
            } finally {
                leave(scratch, db, "scratch_area");
            }
        }
    }

    @OnDatabases(POSTGRESQL)
    void whatTheSearchPathFindsInAnotherSchemaReadsEqualFromAScratchSchemaBeforeIt(TestDb db) throws SQLException {
        db.execute("create extension citext", "create type shade as enum ('DARK')");
        String[] ddl = {
            "create table lamp (id bigint, name citext, shade shade default 'DARK', check (shade <> 'DARK' or id > 0))",
            "create sequence lamp_seq",
            "alter table lamp add serial bigint default nextval('lamp_seq')"
        };
        db.execute(ddl);
        try (Connection live = db.connect();
                Connection scratch = db.connect()) {
            scratch.setAutoCommit(false);
            run(scratch, "create schema scratch_area", "set local search_path = scratch_area, public");
            run(scratch, ddl);
            Snapshot there = InspectedProducts.inspector(POSTGRESQL).inspect(scratch, Scope.CURRENT);
            Snapshot here = InspectedProducts.inspector(POSTGRESQL).inspect(live, Scope.CURRENT);
            assertThat(there.tables()).isEqualTo(here.tables());
            assertThat(there.sequences()).isEqualTo(here.sequences());
            scratch.rollback();
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void furtherSchemasKeepTheirNames(TestDb db) throws SQLException {
        String schema = !cascade(db).isEmpty() ? "billing" : "billing_of_retort";
        try (Connection connection = db.connect()) {
            run(connection, "create schema " + schema);
            try {
                run(
                        connection,
                        "create table " + schema + ".invoice (id bigint not null, primary key (id))",
                        "create table invoice (id bigint not null, other bigint, primary key (id))",
                        "alter table invoice add constraint fk_other foreign key (other) references " + schema
                                + ".invoice (id)");
                Scope scope = new Scope(List.of(schema, "not_there"));
                Snapshot snapshot = InspectedProducts.inspector(db.database()).inspect(connection, scope);
                assertThat(snapshot.tables())
                        .extracting(Table::name)
                        .containsExactly(new QualifiedName(null, "invoice"), new QualifiedName(schema, "invoice"));
                assertThat(snapshot.tables().get(0).constraintsOf(Constraint.ForeignKey.class))
                        .extracting(Constraint.ForeignKey::referencedTable)
                        .containsExactly(new QualifiedName(schema, "invoice"));
            } finally {
                run(connection, "drop table if exists invoice", "drop schema " + schema + cascade(db));
            }
        }
    }

    private static String cascade(TestDb db) {
        return db.database() == MARIADB || db.database() == MYSQL ? "" : " cascade";
    }

    /** H2 generates a different name in each schema for an unnamed constraint. */
    private static Snapshot withoutGivenNames(Snapshot snapshot, TestDb db) {
        return db.database() != H2
                ? snapshot
                : snapshot.mapTables(table -> table.withConstraints(table.constraints().stream()
                        .map(c -> String.valueOf(c.name()).startsWith("constraint_") ? c.named("given") : c)
                        .toList()));
    }

    private static void enter(Connection connection, TestDb db, String schema) throws SQLException {
        run(connection, "create schema " + schema);
        switch (db.database()) {
            case POSTGRESQL -> run(connection, "set search_path = " + schema);
            case H2 -> run(connection, "set schema " + schema);
            default -> run(connection, "use " + schema);
        }
    }

    private static void leave(Connection connection, TestDb db, String schema) throws SQLException {
        if (db.database() == MARIADB) {
            run(connection, "drop schema " + schema);
        }
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
