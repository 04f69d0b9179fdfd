package io.retort.run;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.binary;
import static io.retort.migration.Definitions.blob;
import static io.retort.migration.Definitions.bool;
import static io.retort.migration.Definitions.character;
import static io.retort.migration.Definitions.clob;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.date;
import static io.retort.migration.Definitions.doublePrecision;
import static io.retort.migration.Definitions.enumOf;
import static io.retort.migration.Definitions.floating;
import static io.retort.migration.Definitions.foreignKey;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.json;
import static io.retort.migration.Definitions.nchar;
import static io.retort.migration.Definitions.numeric;
import static io.retort.migration.Definitions.nvarchar;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.real;
import static io.retort.migration.Definitions.smallint;
import static io.retort.migration.Definitions.text;
import static io.retort.migration.Definitions.time;
import static io.retort.migration.Definitions.timeWithTimeZone;
import static io.retort.migration.Definitions.timestamp;
import static io.retort.migration.Definitions.timestampWithTimeZone;
import static io.retort.migration.Definitions.tinyint;
import static io.retort.migration.Definitions.unique;
import static io.retort.migration.Definitions.uuid;
import static io.retort.migration.Definitions.varbinary;
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
import io.retort.internal.tenant.SchemaDataSource;
import io.retort.migration.Operations;
import io.retort.revision.AdoptionMark;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Names, types and schemas of adopted databases. */
class AdoptedSchemasTests {

    private static final AdoptionMark SCHEMA = Objects.requireNonNull(AdoptionMark.parse("schema", "test"));

    /** A base is adopted after its own row was deleted, so it finds everything that it has created. */
    private static void isAdoptedAfterItRan(TestDb db, Consumer<Operations> base) throws SQLException {
        Retort retort = retort(db, base);
        assertThat(retort.upgrade("head").steps().get(0).reason()).isNull();
        db.execute("delete from retort_revision");
        assertThat(retort.upgrade("head").steps().get(0).reason()).isEqualTo("adopted from an existing schema");
    }

    private static Retort retort(TestDb db, Consumer<Operations> base) {
        RevisionCode only = AdoptedShop.revision("a1", List.of(), SCHEMA, base);
        return Retort.on(db.dataSource(), List.of(() -> List.of(only)));
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void noTypeCountsAsDifferentFromItself(TestDb db) throws SQLException {
        isAdoptedAfterItRan(
                db,
                op -> op.createTable(
                        "sample",
                        column("id", bigint()).notNull(),
                        column("a_bool", bool()),
                        column("a_tinyint", tinyint()),
                        column("a_smallint", smallint()),
                        column("an_integer", integer()),
                        column("a_real", real()),
                        column("a_double", doublePrecision()),
                        column("a_float", floating(24)),
                        column("a_numeric", numeric(10, 2)),
                        column("a_char", character(3)),
                        column("a_varchar", varchar(30)),
                        column("a_long_varchar", varchar(100_000)),
                        column("an_nchar", nchar(3)),
                        column("an_nvarchar", nvarchar(30)),
                        column("a_text", text()),
                        column("a_clob", clob()),
                        column("a_binary", binary(16)),
                        column("a_varbinary", varbinary(30)),
                        column("a_blob", blob()),
                        column("a_date", date()),
                        column("a_time", time()),
                        column("a_time_tz", timeWithTimeZone()),
                        column("a_timestamp", timestamp(6)),
                        column("a_timestamp_tz", timestampWithTimeZone(6)),
                        column("a_uuid", uuid()),
                        column("a_json", json()),
                        column("an_enum", enumOf(10, "NEW", "DONE")),
                        primaryKey("id")));
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void namesAreThoseOfTheProduct(TestDb db) throws SQLException {
        isAdoptedAfterItRan(db, op -> {
            op.createTable(
                    "user", column("order", bigint()).notNull(), column("Group", integer()), primaryKey("order"));
            op.createTable("\"Mixed_Case\"", column("\"Id\"", bigint()).notNull(), primaryKey("\"Id\""));
            op.createTable("with_under_score", column("a_b", bigint()).notNull(), primaryKey("a_b"));
        });
        Retort other = retort(db, op -> {
            op.createTable("user", column("order", bigint()).notNull(), primaryKey("order"));
            op.createTable("withXunder_score", column("a_b", bigint()).notNull(), primaryKey("a_b"));
        });
        db.execute("delete from retort_revision");
        assertThatThrownBy(() -> other.upgrade("head")).hasMessageContaining("under_score missing");
    }

    @OnDatabases({POSTGRESQL, H2})
    void aBaseCanHaveTablesInSeveralSchemas(TestDb db) throws SQLException {
        db.execute("create schema bil_ing", "create schema bilXing");
        Consumer<Operations> base = op -> {
            op.createTable("customer", column("id", bigint()).notNull(), primaryKey("id"));
            op.createTable("bil_ing.invoice", column("id", bigint()).notNull(), primaryKey("id"));
        };
        isAdoptedAfterItRan(db, base);
        db.execute(
                "delete from retort_revision",
                "drop table bil_ing.invoice",
                "create table bilXing.invoice (id bigint primary key)");
        assertThatThrownBy(() -> retort(db, base).upgrade("head"))
                .hasMessageContaining("1 of its 2 tables: bil_ing.invoice missing");
    }

    @OnDatabases({POSTGRESQL, H2, MARIADB})
    void eachTenantDecidesForItself(TestDb db) throws SQLException {
        String name = db.database() == MARIADB ? "t_" + Long.toString(System.nanoTime(), 36) + "_" : "tenant_";
        List<String> tenants = List.of(name + "full", name + "empty", name + "part");
        try {
            for (String tenant : tenants) {
                db.execute("create schema " + tenant);
            }
            for (String tenant : List.of(tenants.get(0), tenants.get(2))) {
                db.execute(
                        "create table " + tenant + ".customer (id bigint primary key)",
                        "insert into " + tenant + ".customer values (5)");
            }
            db.execute("create table " + tenants.get(0) + ".invoice (id bigint primary key)");
            Retort retort = retort(db, op -> {
                op.createTable("customer", column("id", bigint()).notNull(), primaryKey("id"));
                op.createTable("invoice", column("id", bigint()).notNull(), primaryKey("id"));
            });

            assertThat(in(retort, db, tenants.get(0))
                            .upgrade("head")
                            .steps()
                            .get(0)
                            .reason())
                    .isEqualTo("adopted from an existing schema");
            assertThat(in(retort, db, tenants.get(1))
                            .upgrade("head")
                            .steps()
                            .get(0)
                            .reason())
                    .isNull();
            assertThatThrownBy(() -> in(retort, db, tenants.get(2)).upgrade("head"))
                    .hasMessageContaining("1 of its 2 tables: invoice missing");
            assertThat(db.query("select id from " + tenants.get(0) + ".customer"))
                    .containsExactly("5");
            assertThat(db.query("select id from " + tenants.get(1) + ".customer"))
                    .isEmpty();
        } finally {
            if (db.database() == MARIADB) {
                for (String tenant : tenants) {
                    db.execute("drop schema " + tenant);
                }
            }
        }
    }

    private static Retort in(Retort retort, TestDb db, String schema) {
        String stored = db.database() == H2 ? schema.toUpperCase(java.util.Locale.ROOT) : schema;
        return retort.at(new SchemaDataSource(db.dataSource(), () -> stored));
    }

    @OnDatabases({POSTGRESQL, H2})
    void twoBasesAreDecidedSeparately(TestDb db) throws SQLException {
        db.execute("create table customer (id bigint primary key)");
        RevisionCode shop = AdoptedShop.revision(
                "a1",
                List.of(),
                SCHEMA,
                op -> op.createTable("customer", column("id", bigint()).notNull(), primaryKey("id")));
        RevisionCode audit = AdoptedShop.revision(
                "b1",
                List.of(),
                SCHEMA,
                op -> op.createTable("audit", column("id", bigint()).notNull(), primaryKey("id")));

        assertThat(Retort.on(db.dataSource(), List.of(() -> List.of(shop, audit)))
                        .upgrade("heads")
                        .steps())
                .extracting(StepReport::reason)
                .containsExactly("adopted from an existing schema", null);
    }

    @OnDatabases(H2)
    void aBaseOfUndeclaredSqlIsRefusedEverywhere(TestDb db) {
        assertThatThrownBy(
                        () -> retort(db, op -> op.execute("create table customer (id bigint)", "drop table customer"))
                                .upgrade("head"))
                .hasMessageContaining("it is not known which tables it creates");
        retort(
                        db,
                        op -> op.execute(
                                "create table customer (id bigint)",
                                "drop table customer",
                                means -> means.createTable("customer", column("id", bigint()))))
                .upgrade("head");
    }

    /** {@code ddl-auto} writes {@code unique} at a column, and the database chooses the name. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB})
    void constraintsWithOtherNamesCanBeDroppedAfterTheAdoption(TestDb db) throws SQLException {
        db.execute(
                "create table customer (id bigint primary key, email varchar(40) unique, code integer unique)",
                "create table invoice (id bigint primary key, customer_id bigint,"
                        + " foreign key (customer_id) references customer (id))",
                "insert into customer values (1, 'a', 1)");
        RevisionCode base = AdoptedShop.revision("a1", List.of(), SCHEMA, op -> {
            op.createTable(
                    "customer",
                    column("id", bigint()).notNull(),
                    column("email", varchar(40)),
                    column("code", integer()),
                    primaryKey("id"),
                    unique("uk_4f1a", "email"),
                    unique("uk_77c2", "code"));
            op.createTable(
                    "invoice",
                    column("id", bigint()).notNull(),
                    column("customer_id", bigint()),
                    primaryKey("id"),
                    foreignKey("fk_90aa", "customer_id").references("customer", "id"));
        });
        RevisionCode next = AdoptedShop.revision("b2", List.of("a1"), null, op -> {
            op.dropConstraint("customer", unique("uk_4f1a", "email"));
            op.dropConstraint("invoice", foreignKey("fk_90aa", "customer_id").references("customer", "id"));
        });

        Retort.on(db.dataSource(), List.of(() -> List.of(base, next))).upgrade("head");

        db.execute("insert into customer values (2, 'a', 2)", "insert into invoice values (1, 99)");
        assertThatThrownBy(() -> db.execute("insert into customer values (3, 'b', 2)"))
                .isInstanceOf(SQLException.class);
    }
}
