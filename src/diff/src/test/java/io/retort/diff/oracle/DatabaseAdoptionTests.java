package io.retort.diff.oracle;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.Retort;
import io.retort.diff.DatabaseAdoption;
import io.retort.diff.author.AdoptedSchema;
import io.retort.diff.author.AdoptedSchema.Verification;
import io.retort.diff.author.AdoptedSchema.Verification.Outcome;
import io.retort.diff.author.AdoptionResult;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Answers;
import io.retort.diff.question.Verb;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.operation.Operation;
import io.retort.revision.AdoptionMark.Origin;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.MetadataImplementor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A database that people made by hand, and that entities describe in part. */
class DatabaseAdoptionTests {

    @TempDir
    Path folder;

    @BeforeEach
    void makeByHand(TestDb db) throws SQLException {
        db.execute(
                "create table country (code varchar(2) not null primary key, name varchar(100) not null)",
                "create table legacy_region (id bigint not null primary key, note varchar(9))",
                "create table customer (name varchar(50) not null, id bigint not null primary key,"
                        + " country_code varchar(2), fax varchar(20) default 'none', region_id bigint,"
                        + " constraint fk_their_country foreign key (country_code) references country (code),"
                        + " constraint fk_their_region foreign key (region_id) references legacy_region (id),"
                        + " constraint ck_their_name check (name <> ''))",
                "create index ix_dba on customer (name)",
                "create table qrtz_locks (sched_name varchar(20) not null primary key)",
                "create view customers as select name from customer",
                "insert into country values ('DE', 'Germany'), ('FR', 'It''s France')",
                "insert into customer (id, name, country_code) values (1, 'Ann', 'DE')");
    }

    /** As ddl-auto leaves them. A database that the base builds has them, too. */
    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void aUniqueConstraintThatExistsTwiceIsNamed(TestDb db) throws Exception {
        WrittenProject project = new WrittenProject(folder, db);
        db.execute(
                "alter table customer add constraint uk_first unique (name)",
                "alter table customer add constraint uk_second unique (name)");
        try (Bootstrap bootstrap = entities(db)) {
            AdoptionResult result = project.adopt(bootstrap.metadata(), List.of(), List.of());

            assertThat(result.schema().verification()).isEqualTo(Verification.EQUAL);
            assertThat(result.describe())
                    .anyMatch(line ->
                            line.startsWith("Table customer has 2 unique constraints on name: uk_first, uk_second."));
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void theBaseHasWhatTheDatabaseHasAndListsTheRest(TestDb db) throws Exception {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = entities(db)) {
            Metadata metadata = bootstrap.metadata();
            List<String> before = SchemaDump.of(db).lines();

            AdoptionResult result = project.adopt(metadata, List.of(), List.of());

            assertThat(result.schema().verification()).isEqualTo(Verification.EQUAL);
            assertThat(result.status()).isEqualTo(ExitStatus.OK);
            assertThat(project.latest().info().adopts().origin()).isEqualTo(Origin.SCHEMA);
            assertThat(result.describe())
                    .contains("  built on an empty scratch schema: equal")
                    .contains("not taken: tables and sequences: legacy_region, qrtz_locks (Quartz)")
                    .contains("not taken: foreign key fk_their_region (region_id) to legacy_region (id) on customer,"
                            + " because that table is not taken")
                    .anyMatch(line -> line.equalsIgnoreCase("not taken: view: customers"))
                    .anyMatch(line -> line.startsWith("rows that look like reference data: country (2). "));
            assertThat(described(result.schema().required()))
                    .contains("~ column customer.name varchar(50) not null -> varchar(80) not null")
                    .anyMatch(line -> line.startsWith("+ column customer.email varchar(255)"))
                    .noneMatch(line -> line.contains("ix_dba") || line.contains("ck_their_name"));
            assertThat(SchemaDump.of(db).lines()).as("adopt only reads").isEqualTo(before);

            try (TestDb empty = db.server().newDatabase()) {
                project.on(empty).retort().upgrade("head");
                empty.execute("insert into customer (id, name) values (2, 'Bob')");
                assertThat(empty.query("select fax from customer")).containsExactly("none");
                assertThatThrownBy(() -> empty.execute("insert into customer (id, name) values (3, '')"))
                        .isInstanceOf(SQLException.class);
                assertThat(described(project.on(empty).difference(metadata).operations()))
                        .as("the next revision, on a database that the base made, whose column region_id has no key")
                        .containsExactlyInAnyOrderElementsOf(
                                described(result.schema().required()).stream()
                                        .filter(change -> !change.startsWith(
                                                "- constraint on customer: foreign key fk_their_region"))
                                        .toList());
            }
            project.retort().stamp(List.of("head"), false);
            assertThat(described(project.difference(metadata).operations()))
                    .as("the next revision, on the adopted database")
                    .containsExactlyElementsOf(described(result.schema().required()));
            assertThat(project.difference(metadata).notOurs()).contains("index customer.ix_dba");
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void takenTablesAndRowsMakeADatabaseWithTheSameDump(TestDb db) throws Exception {
        WrittenProject project = new WrittenProject(folder, db);
        db.execute("drop view customers", "drop table qrtz_locks");
        try (Bootstrap bootstrap = entities(db)) {
            AdoptionResult result =
                    project.adopt(bootstrap.metadata(), List.of("legacy_*"), List.of("Country", "customer"));

            assertThat(result.schema().verification()).isEqualTo(Verification.EQUAL);
            assertThat(result.schema().left()).isEmpty();
            assertThat(result.describe()).contains("  + 3 tables and 3 rows, as this database has them");
            try (TestDb empty = db.server().newDatabase()) {
                project.on(empty).retort().upgrade("head");
                assertThat(SchemaDump.of(empty).without("retort_revision").lines())
                        .isEqualTo(SchemaDump.of(db).lines());
                assertThat(empty.query("select name from country order by code"))
                        .containsExactly("Germany", "It's France");
            }
        }
    }

    @OnDatabases({POSTGRESQL, H2})
    void aSequenceStartsAfterTheRowsThatTheRevisionInserts(TestDb db) throws Exception {
        db.execute(
                "create table tag (id bigint not null primary key, name varchar(255))",
                "create sequence tag_seq start with 1 increment by 50",
                "insert into tag values (1, 'a'), (70, 'b')");
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Tag.class))) {
            project.adopt(bootstrap.metadata(), List.of(), List.of("tag"));
            try (TestDb empty = db.server().newDatabase()) {
                project.on(empty).retort().upgrade("head");
                String next = db.database() == H2 ? "select next value for tag_seq" : "select nextval('tag_seq')";
                assertThat(Long.parseLong(empty.query(next).get(0))).isGreaterThan(70);
            }
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void anIdentityColumnContinuesAfterTheRowsThatTheRevisionInserts(TestDb db) throws Exception {
        db.execute(
                "create table badge (id bigint "
                        + (db.database() == MARIADB ? "not null auto_increment" : "generated by default as identity")
                        + " primary key, name varchar(255))",
                "insert into badge (name) values ('a'), ('b')");
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Badge.class))) {
            AdoptionResult result = project.adopt(bootstrap.metadata(), List.of(), List.of("badge"));
            assertThat(result.schema().required()).isEmpty();
            try (TestDb empty = db.server().newDatabase()) {
                project.on(empty).retort().upgrade("head");
                empty.execute("insert into badge (name) values ('c')");
                assertThat(empty.query("select id from badge where name = 'c'")).containsExactly("3");
            }
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void anSqlFileBuildsTheSame(TestDb db) throws Exception {
        WrittenProject project = new WrittenProject(folder, db);
        db.execute("drop view customers", "drop table qrtz_locks", "delete from customer", "delete from country");
        try (Bootstrap bootstrap = entities(db)) {
            AdoptionResult result = project.adoptInSql(bootstrap.metadata(), List.of("legacy_*"), List.of());

            assertThat(result.file().toString()).endsWith(".sql");
            assertThat(project.latest().info().adopts().origin()).isEqualTo(Origin.SCHEMA);
            try (TestDb empty = db.server().newDatabase()) {
                project.on(empty).retort().upgrade("head");
                assertThat(SchemaDump.of(empty).without("retort_revision").lines())
                        .isEqualTo(SchemaDump.of(db).lines());
            }
            assertThat(project.retort().upgrade("head").steps()).hasSize(1);
            assertThat(db.query("select recorded from retort_revision"))
                    .as("the adopted database runs nothing")
                    .containsExactly("adopted from an existing schema");
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void everyProductListsItsViewsAndBuildsTheBase(TestDb db) throws Exception {
        db.execute(
                "create table remark (id bigint not null primary key, body varchar(255))",
                "create index ix_their_body on remark (body)",
                "create view remarks as select body from remark");
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Remark.class))) {
            AdoptionResult result = project.adopt(bootstrap.metadata(), List.of(), List.of());

            assertThat(result.schema().verification()).isEqualTo(Verification.EQUAL);
            assertThat(result.schema().left()).anyMatch(line -> line.equalsIgnoreCase("view: customers, remarks"));
            assertThat(result.schema().required()).isEmpty();
            try (TestDb empty = db.server().newDatabase()) {
                project.on(empty).retort().upgrade("head");
                assertThat(SchemaDump.of(empty).withoutPlaces().lines())
                        .filteredOn(DatabaseAdoptionTests::isAboutRemark)
                        .containsExactlyElementsOf(SchemaDump.of(db).withoutPlaces().lines().stream()
                                .filter(DatabaseAdoptionTests::isAboutRemark)
                                .toList());
            }
        }
    }

    private static boolean isAboutRemark(String line) {
        String text = line.toLowerCase(Locale.ROOT);
        return text.contains("remark") && !text.contains("remarks") && !text.contains("constraint ");
    }

    /** A user who can only read: the file is written in the words of the database, and says nothing that is not known. */
    @OnDatabases(POSTGRESQL)
    void withoutTheRightToCreateASchemaNothingIsVerified(TestDb db) throws Exception {
        String role = "role_" + System.nanoTime();
        db.execute("create role " + role, "grant select on all tables in schema public to " + role);
        try (Bootstrap bootstrap = entities(db)) {
            CapturedMetadata unit = new CapturedMetadata("default", (MetadataImplementor) bootstrap.metadata(), null);
            DataSource readers = as(role, db);

            AdoptedSchema schema = new DatabaseAdoption(readers, unit, Retort.on(readers, List.of(List::of))).get();

            assertThat(schema.verification().outcome()).isEqualTo(Outcome.NOT_VERIFIED);
            assertThat(schema.verification().details())
                    .singleElement()
                    .asString()
                    .contains("has no privilege to create schemas");
            assertThat(schema.required()).isEmpty();
            assertThat(described(schema.operations())).contains("+ table country", "+ table customer");
        } finally {
            db.execute("drop owned by " + role, "drop role " + role);
        }
    }

    private static DataSource as(String role, TestDb db) {
        return (DataSource) Proxy.newProxyInstance(
                DatabaseAdoptionTests.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    Connection connection = db.connect();
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("set session authorization " + role);
                    }
                    return connection;
                });
    }

    /** The usual column of hand-written scripts. */
    @OnDatabases(POSTGRESQL)
    void aSerialColumnStaysOne(TestDb db) throws Exception {
        db.execute(
                "create table badge (id bigserial primary key, name varchar(255))",
                "insert into badge (name) values ('a'), ('b')");
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Badge.class))) {
            AdoptionResult result = project.adopt(bootstrap.metadata(), List.of(), List.of("badge"));
            assertThat(result.schema().verification()).isEqualTo(Verification.EQUAL);
            try (TestDb empty = db.server().newDatabase()) {
                project.on(empty).retort().upgrade("head");
                assertThat(withoutNumbers(empty)).isEqualTo(withoutNumbers(db));
                empty.execute("insert into badge (name) values ('c')");
                assertThat(empty.query("select id from badge where name = 'c'")).containsExactly("3");
            }
        }
    }

    /** The sequence is dropped with its column, so no comparison reports it and no revision drops it. */
    @OnDatabases(POSTGRESQL)
    void theSequenceOfASerialColumnIsNoDifference(TestDb db) throws Exception {
        db.execute(
                "create table badge (id bigserial primary key, name varchar(255))",
                "insert into badge (name) values ('a')");
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Badge.class))) {
            Metadata metadata = bootstrap.metadata();
            assertThat(project.difference(metadata).notOurs())
                    .as("before there is a revision")
                    .noneMatch(name -> name.contains("badge_id_seq"));
            project.adopt(metadata, List.of(), List.of());
            assertThat(project.retort().upgrade("head").steps()).hasSize(1);

            assertThat(described(project.difference(metadata).operations())).isEmpty();
            assertThat(project.difference(metadata).notOurs()).noneMatch(name -> name.contains("badge_id_seq"));
            assertThat(described(project.comparedWithHistory(metadata).operations()))
                    .as("without a database")
                    .isEmpty();
            try (TestDb empty = db.server().newDatabase()) {
                project.on(empty).retort().upgrade("head");
                assertThat(described(project.on(empty).difference(metadata).operations()))
                        .isEmpty();
                project.on(empty).retort().downgrade("base");
                assertThat(SchemaDump.of(empty).without("retort_revision").lines())
                        .noneMatch(line -> line.contains("badge"));
            }
        }
    }

    @OnDatabases(POSTGRESQL)
    void theSequenceOfATakenTableStaysWithIt(TestDb db) throws Exception {
        db.execute(
                "create table badge (id bigserial primary key, name varchar(255))",
                "create table legacy_badge (id serial primary key, note varchar(9))",
                "insert into legacy_badge (note) values ('a')");
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Badge.class))) {
            Metadata metadata = bootstrap.metadata();
            project.adopt(metadata, List.of("legacy_badge"), List.of());
            project.retort().upgrade("head");
            assertThat(described(project.difference(metadata).operations()))
                    .containsExactly(
                            "! sql alter sequence legacy_badge_id_seq owned by none",
                            "- table legacy_badge",
                            "- sequence legacy_badge_id_seq start 1 increment 1");
            assertThat(described(project.comparedWithHistory(metadata).operations()))
                    .as("without a database")
                    .containsExactlyElementsOf(
                            described(project.difference(metadata).operations()));
            List<String> before = withoutNumbers(db);
            project.revision("drop it", metadata);
            project.retort().upgrade("head");
            assertThat(withoutNumbers(db)).noneMatch(line -> line.contains("legacy_badge"));
            assertThat(described(project.difference(metadata).operations())).isEmpty();
            project.retort().downgrade("-1");
            assertThat(withoutNumbers(db)).isEqualTo(before);
        }
    }

    /** Another schema, whose name needs quotes, with a sequence of the same name as one of the current schema. */
    @OnDatabases(POSTGRESQL)
    void theSequenceOfASerialColumnInAnotherSchemaStaysWithIt(TestDb db) throws Exception {
        db.execute(
                "create schema \"Sales 1\"",
                "create table badge (id bigserial primary key, name varchar(255))",
                "create table \"Sales 1\".badge (id serial primary key, name varchar(255))",
                "create table \"Sales 1\".legacy_badge (id serial primary key, note varchar(9))",
                "insert into badge (name) values ('x')",
                "insert into \"Sales 1\".badge (name) values ('a'), ('b')",
                "insert into \"Sales 1\".legacy_badge (note) values ('a')");
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Badge.class, SalesBadge.class))) {
            Metadata metadata = bootstrap.metadata();
            AdoptionResult result = project.adopt(metadata, List.of("legacy_badge"), List.of("\"Sales 1\".badge"));
            assertThat(result.schema().verification()).isEqualTo(Verification.EQUAL);
            project.retort().upgrade("head");
            try (TestDb empty = db.server().newDatabase()) {
                project.on(empty).retort().upgrade("head");
                assertThat(withoutNumbers(empty)).isEqualTo(withoutNumbers(db));
                assertThat(ownedSequences(empty)).hasSize(3).isEqualTo(ownedSequences(db));
                empty.execute("insert into \"Sales 1\".badge (name) values ('c')");
                assertThat(empty.query("select id from \"Sales 1\".badge where name = 'c'"))
                        .containsExactly("3");
                assertThat(described(project.on(empty).difference(metadata).operations()))
                        .isEqualTo(described(project.difference(metadata).operations()));
            }
            assertThat(described(project.difference(metadata).operations()))
                    .containsExactly(
                            "! sql alter sequence \"Sales 1\".legacy_badge_id_seq owned by none",
                            "- table \"Sales 1\".legacy_badge",
                            "- sequence \"Sales 1\".legacy_badge_id_seq start 1 increment 1");
            assertThat(described(project.comparedWithHistory(metadata).operations()))
                    .as("without a database")
                    .containsExactlyElementsOf(
                            described(project.difference(metadata).operations()));
            List<String> before = withoutNumbers(db);
            project.revision("drop it", metadata);
            project.retort().upgrade("head");
            assertThat(ownedSequences(db)).hasSize(2);
            assertThat(described(project.difference(metadata).operations())).isEmpty();
            project.retort().downgrade("-1");
            assertThat(withoutNumbers(db)).isEqualTo(before);
            assertThat(db.query("select name from \"Sales 1\".badge order by id"))
                    .containsExactly("a", "b");
        }
    }

    /** A usual form of scripts: the default numbers rows of other clients, and Hibernate uses the sequence itself. */
    @OnDatabases(POSTGRESQL)
    void aDefaultUsesTheSequenceThatContinuesAfterTheRows(TestDb db) throws Exception {
        db.execute(
                "create sequence tag_seq start with 100 increment by 50",
                "create table tag (id bigint default nextval('tag_seq') not null primary key, name varchar(255))",
                "create table spare (id bigint default nextval('tag_seq') not null primary key)",
                "insert into tag (name) values ('a'), ('b')");
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Tag.class));
                TestDb empty = db.server().newDatabase()) {
            AdoptionResult result = project.adopt(bootstrap.metadata(), List.of("spare"), List.of("tag"));
            assertThat(result.schema().verification()).isEqualTo(Verification.EQUAL);
            project.on(empty).retort().upgrade("head");
            assertThat(empty.query("select id from tag order by id"))
                    .isEqualTo(db.query("select id from tag order by id"));
            empty.execute("insert into tag (name) values ('c')", "insert into spare values (default)");
            assertThat(empty.query("select count(*) from tag")).containsExactly("3");
            assertThat(described(
                            project.on(empty).difference(bootstrap.metadata()).operations()))
                    .isEqualTo(
                            described(project.difference(bootstrap.metadata()).operations()));
            project.on(empty).retort().downgrade("base");
            assertThat(SchemaDump.of(empty).without("retort_revision").lines())
                    .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("tag"));
        }
    }

    /** No entity mentions the sequence, but rows without a number take theirs from it. */
    @OnDatabases({POSTGRESQL, H2, MARIADB})
    void aSequenceThatOnlyADefaultUsesContinuesAfterTheRows(TestDb db) throws Exception {
        String next = switch (db.database()) {
            case POSTGRESQL -> "nextval('label_seq')";
            case H2 -> "next value for label_seq";
            default -> "nextval(label_seq)";
        };
        db.execute(
                "create sequence label_seq start with 1 increment by 1",
                "create table label (id bigint default " + next + " not null, name varchar(255), primary key (id))",
                "insert into label (name) values ('a'), ('b')");
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Label.class));
                TestDb empty = db.server().newDatabase()) {
            AdoptionResult result = project.adopt(bootstrap.metadata(), List.of(), List.of("label"));
            assertThat(result.schema().verification()).isEqualTo(Verification.EQUAL);
            project.on(empty).retort().upgrade("head");
            empty.execute("insert into label (name) values ('c')");
            assertThat(empty.query("select count(*) from label")).containsExactly("3");
            assertThat(empty.query("select name from label where id in (1, 2) order by id"))
                    .containsExactly("a", "b");
        }
    }

    private static List<String> ownedSequences(TestDb db) throws SQLException {
        return db.query("select objid::regclass || ' ' || refobjid::regclass || ' ' || refobjsubid from pg_depend"
                + " where deptype = 'a' and classid = 'pg_class'::regclass and refclassid = 'pg_class'::regclass"
                + " and objid::regclass::text like '%_seq%' order by 1");
    }

    @OnDatabases(POSTGRESQL)
    void aKeptTableKeepsItsSequence(TestDb db) throws Exception {
        db.execute(
                "create table badge (id bigserial primary key, name varchar(255))",
                "create table legacy_badge (id serial primary key, note varchar(9))");
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Badge.class))) {
            project.adopt(bootstrap.metadata(), List.of("legacy_badge"), List.of());
            project.retort().upgrade("head");
            Answers keep = question -> Optional.of(new Answer(Verb.KEEP, ""));
            assertThat(described(project.compare(bootstrap.metadata(), keep).operations()))
                    .isEmpty();
        }
    }

    @OnDatabases({POSTGRESQL, H2, MARIADB})
    void theDowngradeOfTheBaseDropsTablesWithChangedRows(TestDb db) throws Exception {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = entities(db);
                TestDb empty = db.server().newDatabase()) {
            project.adopt(bootstrap.metadata(), List.of(), List.of("country"));
            project.on(empty).retort().upgrade("head");
            empty.execute(
                    "update country set name = 'Deutschland' where code = 'DE'",
                    "insert into customer (id, name, country_code) values (1, 'Ann', 'FR')");
            project.on(empty).retort().downgrade("base");
            assertThat(SchemaDump.of(empty).without("retort_revision").lines())
                    .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("country"));
        }
    }

    @OnDatabases({POSTGRESQL, H2})
    void valuesWithoutALiteralAreRefusedByTableAndColumn(TestDb db) throws Exception {
        List<String> postgres = List.of(
                "date = '0044-03-15 BC'",
                "timestamptz(6) = '0044-03-15 12:00 BC'",
                "time(6) = '24:00'",
                "double precision = 'Infinity'",
                "real = 'NaN'",
                "numeric(9, 2) = 'NaN'");
        List<String> h2 = List.of(
                "json = json '{\"a\":1}'",
                "date = date '-0043-03-15'",
                "double precision = cast('NaN' as double precision)",
                "real = cast('-Infinity' as real)");
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Remark.class))) {
            for (String row : db.database() == H2 ? h2 : postgres) {
                String[] parts = row.split(" = ", 2);
                db.execute(
                        "drop table if exists remark",
                        "create table remark (id bigint not null primary key, body varchar(255), odd " + parts[0] + ")",
                        "insert into remark values (1, 'a', " + parts[1] + ")");
                assertThatThrownBy(() -> project.adopt(bootstrap.metadata(), List.of(), List.of("remark")), row)
                        .isInstanceOf(RetortException.class)
                        .hasMessageContaining("remark cannot be written")
                        .hasMessageContaining("column odd");
            }
        }
    }

    /** Values that Java does not have are inserted as the text of the database. */
    @OnDatabases(POSTGRESQL)
    void valuesWithTheTextOfTheDatabaseAreInserted(TestDb db) throws Exception {
        String columns = "born, died, since, until, seen, opens, total, place";
        db.execute(
                "create table remark (id bigint not null primary key, body varchar(255), born date, died date,"
                        + " since timestamp, until timestamp(6), seen timestamptz(6), opens timetz, total numeric,"
                        + " place json)",
                "insert into remark values (1, 'a', '-infinity', 'infinity', 'infinity', '-infinity', '-infinity',"
                        + " '09:30:00.25+02', 'NaN', '{\"a\": 1}')");
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = Bootstrap.like(db).entities(List.of(Remark.class));
                TestDb empty = db.server().newDatabase()) {
            project.adopt(bootstrap.metadata(), List.of(), List.of("remark"));
            project.on(empty).retort().upgrade("head");
            assertThat(empty.query("select concat_ws(' ', " + columns + ", json_typeof(place)) from remark"))
                    .containsExactly("-infinity infinity infinity -infinity -infinity 09:30:00.25+02 NaN"
                            + " {\"a\": 1} object");
            project.on(empty).retort().downgrade("base");
            assertThat(SchemaDump.of(empty).without("retort_revision").lines())
                    .noneMatch(line -> line.contains("remark"));
        }
    }

    @OnDatabases(POSTGRESQL)
    void constraintsCastsAndSchemasThatAreNotTakenAreListed(TestDb db) throws Exception {
        db.execute(
                "create table booking (id bigint primary key, during int4range,"
                        + " constraint no_overlap exclude using gist (during with &&))",
                "create cast (integer as bit varying) with inout",
                "create schema audit",
                "create table audit.log (id bigint)",
                "create schema empty_schema");
        try (Bootstrap bootstrap = entities(db)) {
            AdoptionResult result = new WrittenProject(folder, db).adopt(bootstrap.metadata(), List.of(), List.of());
            assertThat(result.schema().left())
                    .contains("exclusion constraint: no_overlap on booking", "cast: integer to bit varying")
                    .contains("tables of other schemas: audit");
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void whatCannotBeAdoptedIsRefusedWithTheNextStep(TestDb db) throws Exception {
        WrittenProject project = new WrittenProject(folder, db);
        try (Bootstrap bootstrap = entities(db);
                Bootstrap others = Bootstrap.like(db).entities(List.of(Tag.class))) {
            assertThatThrownBy(() -> project.adopt(others.metadata(), List.of(), List.of()))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("no table of an entity")
                    .hasMessageContaining("revision");
            assertThatThrownBy(() -> project.adopt(bootstrap.metadata(), List.of(), List.of("nothing")))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("no table nothing");

            project.adopt(bootstrap.metadata(), List.of(), List.of());

            assertThatThrownBy(() -> project.adopt(bootstrap.metadata(), List.of(), List.of()))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("already has 1 revision")
                    .hasMessageContaining("stamp");
            project.retort().stamp(List.of("head"), false);
            assertThatThrownBy(() -> new WrittenProject(folder, db).adopt(bootstrap.metadata(), List.of(), List.of()))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("already has a history of Retort");
        }
    }

    @OnDatabases({POSTGRESQL, H2})
    void tooManyRowsAreRefused(TestDb db) throws Exception {
        db.execute(
                db.database() == H2
                        ? "insert into country select 'x' || x, 'n' from system_range(1, 9)"
                        : "insert into country select 'x' || x, 'n' from generate_series(1, 9) x",
                db.database() == H2
                        ? "insert into legacy_region (id) select x from system_range(1, 5001)"
                        : "insert into legacy_region (id) select x from generate_series(1, 5001) x");
        try (Bootstrap bootstrap = entities(db)) {
            assertThatThrownBy(() -> new WrittenProject(folder, db)
                            .adopt(bootstrap.metadata(), List.of("legacy_region"), List.of("legacy_region")))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("more than 5000 rows");
        }
    }

    /** Everything about the table and its sequence but how far it has counted. */
    private static List<String> withoutNumbers(TestDb db) throws SQLException {
        return SchemaDump.of(db).lines().stream()
                .filter(line -> line.contains("badge") && !line.startsWith("row "))
                .map(line -> line.replaceFirst(" last .*", ""))
                .toList();
    }

    private static Bootstrap entities(TestDb db) {
        return Bootstrap.like(db).entities(List.of(Country.class, Customer.class));
    }

    private static List<String> described(List<Operation> operations) {
        return operations.stream().map(Operation::describe).toList();
    }

    /** Reference data. */
    @Entity(name = "country")
    static class Country {
        @Id
        @Column(length = 2)
        String code;

        @Column(length = 100, nullable = false)
        String name;
    }

    /** Has a longer name and an e-mail address, and neither fax nor region. */
    @Entity(name = "customer")
    static class Customer {
        @Id
        Long id;

        @Column(length = 80, nullable = false)
        String name;

        String email;

        @ManyToOne
        @JoinColumn(name = "country_code", foreignKey = @ForeignKey(name = "fk_customer_country"))
        Country country;
    }

    /** As simple as can be. */
    @Entity(name = "remark")
    static class Remark {
        @Id
        Long id;

        String body;
    }

    /** Numbered by the database. */
    @Entity(name = "badge")
    static class Badge {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String name;
    }

    @Entity(name = "sales_badge")
    @Table(name = "badge", schema = "\"Sales 1\"")
    static class SalesBadge {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Integer id;

        String name;
    }

    /** Numbered by a sequence. */
    @Entity(name = "tag")
    static class Tag {
        @Id
        @GeneratedValue
        Long id;

        String name;
    }

    /** Its numbers come from the application, or from the default. */
    @Entity(name = "label")
    static class Label {
        @Id
        Long id;

        String name;
    }
}
