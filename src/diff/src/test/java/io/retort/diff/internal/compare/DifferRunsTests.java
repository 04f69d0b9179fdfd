package io.retort.diff.internal.compare;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.foreignKey;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.unique;
import static io.retort.migration.Definitions.varchar;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.retort.diff.author.Draft;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.Ddl;
import io.retort.operation.Operation;
import io.retort.operation.Statement.Sql;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The operations of the differ run on the databases: from an empty schema, to the next model, and back. */
class DifferRunsTests {

    private static final int SEEDS = Integer.getInteger("seeds", 4);
    private static final Snapshot PLAIN = schema(team("id", bigint()), member(bigint()));

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void anIndexOnAForeignKeyOfANewTable(TestDb db) throws SQLException {
        thereAndBack(db, Snapshot.EMPTY, schema(team("id", bigint()), indexed(member(bigint()))));
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void anIndexOnAForeignKeyThatStays(TestDb db) throws SQLException {
        thereAndBack(db, PLAIN, schema(team("id", bigint()), indexed(member(bigint()))));
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void anIndexOnAForeignKeyThatIsDropped(TestDb db) throws SQLException {
        thereAndBack(db, schema(team("id", bigint()), indexed(member(bigint()))), PLAIN);
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aReferencedIdThatGetsAnotherType(TestDb db) throws SQLException {
        thereAndBack(db, schema(team("id", integer()), member(integer())), PLAIN);
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aNewTableThatReferencesAnIdThatGetsAnotherType(TestDb db) throws SQLException {
        thereAndBack(db, schema(team("id", integer())), PLAIN);
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aNewTableThatReferencesANewColumn(TestDb db) throws SQLException {
        thereAndBack(db, schema(team("id", bigint())), schema(coded(), badge()));
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aTableThatReferencesADroppedColumnIsDropped(TestDb db) throws SQLException {
        thereAndBack(db, schema(coded(), badge()), schema(team("id", bigint())));
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aPrimaryKeyThatMovesToAnotherColumn(TestDb db) throws SQLException {
        Snapshot after = schema(
                table(
                        "team",
                        column("id", bigint()).notNull(),
                        column("code", varchar(10)).notNull(),
                        primaryKey("code"),
                        unique("uk_team_id", "id")),
                member(bigint()));
        Snapshot before = schema(
                table(
                        "team",
                        column("id", bigint()).notNull(),
                        column("code", varchar(10)).notNull(),
                        primaryKey("id")),
                member(bigint()));
        thereAndBack(db, before, after);
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void tablesThatReferenceEachOther(TestDb db) throws SQLException {
        Table chief = table(
                "team",
                column("id", bigint()).notNull(),
                column("chief_id", bigint()),
                primaryKey("id"),
                foreignKey("fk_team_chief", "chief_id").references("member", "id"));
        thereAndBack(db, Snapshot.EMPTY, schema(chief, indexed(member(bigint()))));
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void anIdThatBecomesCounted(TestDb db) throws SQLException {
        Table counted = table("team", column("id", bigint()).notNull().identity(), primaryKey("id"));
        thereAndBack(db, schema(team("id", bigint())), schema(counted));
    }

    /** Not on MySQL and MariaDB, which require the key in the statement that adds an identity column. */
    @OnDatabases({POSTGRESQL, H2})
    void aNewCountedId(TestDb db) throws SQLException {
        Table before = table("team", column("code", varchar(10)).notNull(), primaryKey("code"));
        Table after = table(
                "team",
                column("code", varchar(10)).notNull(),
                column("id", bigint()).notNull().identity(),
                primaryKey("id"));
        thereAndBack(db, schema(before), schema(after));
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aComputedColumnAndItsSource(TestDb db) throws SQLException {
        Table after = table(
                "team",
                column("id", bigint()).notNull(),
                column("a_total", bigint()).computed("price * 2"),
                column("price", bigint()),
                primaryKey("id"));
        thereAndBack(db, schema(team("id", bigint())), schema(after));
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aSelfReferenceAndIndexComeAndGo(TestDb db) throws SQLException {
        Table tree = table(
                        "team",
                        column("id", bigint()).notNull(),
                        column("parent_id", bigint()),
                        primaryKey("id"),
                        foreignKey("fk_team_parent", "parent_id").references("team", "id"))
                .withIndexes(List.of(new Index("ix_team_parent", List.of("parent_id"))));
        thereAndBack(db, schema(team("id", bigint())), schema(tree));
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void madeUpSchemas(TestDb db) throws SQLException {
        for (long seed = 0; seed < SEEDS; seed++) {
            RunnableSchemata schemata = new RunnableSchemata(seed, db.database() != MYSQL);
            thereAndBack(db, schemata.schema(), schemata.schema());
        }
    }

    private static Table team(String id, SqlType type) {
        return table("team", column(id, type).notNull(), primaryKey(id));
    }

    private static Table member(SqlType type) {
        return table(
                "member",
                column("id", bigint()).notNull(),
                column("team_id", type),
                primaryKey("id"),
                foreignKey("fk_member_team", "team_id").references("team", "id"));
    }

    private static Table indexed(Table member) {
        return member.withIndexes(List.of(new Index("ix_member_team", List.of("team_id"))));
    }

    private static Table coded() {
        return table(
                "team",
                column("id", bigint()).notNull(),
                column("code", varchar(10)).notNull(),
                primaryKey("id"),
                unique("uk_team_code", "code"));
    }

    private static Table badge() {
        return table(
                "badge",
                column("id", bigint()).notNull(),
                column("code", varchar(10)),
                primaryKey("id"),
                foreignKey("fk_badge_team", "code").references("team", "code"));
    }

    private static Table table(String name, Table.Element... elements) {
        return Table.of(QualifiedName.parse(name), Arrays.asList(elements));
    }

    private static Snapshot schema(Table... tables) {
        return new Snapshot(Arrays.asList(tables), List.of(), List.of());
    }

    private static void thereAndBack(TestDb db, Snapshot before, Snapshot after) throws SQLException {
        Draft first = revision(differ(db, Snapshot.EMPTY, before));
        Draft second = revision(differ(db, before, after));
        try (Connection connection = db.connect();
                Statement statement = connection.createStatement()) {
            Ddl ddl = Dialects.named(db.database().toString()).ddl();
            run(statement, texts(first.up(), ddl));
            run(statement, texts(second.up(), ddl));
            run(statement, texts(second.down(), ddl));
            run(statement, texts(first.down(), ddl));
        }
    }

    /** The operations as a revision file contains them, with their downgrade. */
    private static Draft revision(List<Operation> operations) {
        return Draft.empty("3f2a91c07b4e", List.of(), "made up", Instant.EPOCH).reversing(operations);
    }

    private static List<String> texts(List<Operation> operations, Ddl ddl) {
        return operations.stream()
                .flatMap(operation -> operation.sql(ddl).stream())
                .map(DifferRunsTests::text)
                .toList();
    }

    private static String text(io.retort.operation.Statement statement) {
        return statement instanceof io.retort.operation.Statement.Work work && work.inScript() != null
                ? work.inScript().text()
                : ((Sql) statement).text();
    }

    private static void run(Statement statement, List<String> texts) {
        for (String text : texts) {
            assertThatCode(() -> statement.execute(text))
                    .as("%s, of %s", text, texts)
                    .doesNotThrowAnyException();
        }
    }

    private static List<Operation> differ(TestDb db, Snapshot live, Snapshot model) {
        ComparisonContext schemas = new ComparisonContext(live, model, model, name -> true);
        Comparison found = Differ.compare(db.database() == POSTGRESQL ? schemas.withoutIndexedKeys() : schemas);
        return new TableRebuilds(Dialects.named(db.database().toString())::needsRebuild).in(found.operations(), live);
    }
}
