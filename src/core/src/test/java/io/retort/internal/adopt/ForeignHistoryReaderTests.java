package io.retort.internal.adopt;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.dialect.Dialects;
import io.retort.schema.QualifiedName;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.resource.DirectoryResourceAccessor;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.io.TempDir;

/** The history tables of Flyway and Liquibase, each as the tool itself writes it. */
class ForeignHistoryReaderTests {

    @TempDir
    private Path scripts;

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aDatabaseWithoutSuchTablesHasNoForeignHistory(TestDb db) throws SQLException {
        assertThat(histories(db)).isEmpty();
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void flywaysVersionsAreInTheOrderOfTheirNumbers(TestDb db) throws Exception {
        script("V2__two.sql", "create table two (id int)");
        script("V10__ten.sql", "create table ten (id int)");
        script("R__again.sql", "create table again (id int)");
        migrate(flyway(db));
        script("V9.1__late.sql", "create table late (id int)");
        migrate(flyway(db).outOfOrder(true));

        ForeignHistory history = only(db);

        assertThat(history.tool()).isEqualTo(MigrationTool.FLYWAY);
        assertThat(history.names()).containsExactly("2", "9.1", "10");
        assertThat(history.repeatable()).containsExactly("R__again.sql");
        assertThat(history.failed()).isEmpty();
        assertThat(history.mark()).startsWith("flyway:10:").hasSize("flyway:10:".length() + 16);
        assertThat(history.describe()).isEqualTo("Flyway at 10 (3 versions)");
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void theMarkDependsOnWhatWasAppliedAndNotOnItsOrder(TestDb db) throws Exception {
        script("V1__one.sql", "create table one (id int)");
        script("V3__three.sql", "create table three (id int)");
        migrate(flyway(db).table("first"));
        String behind = read(db, "first").orElseThrow().mark();
        script("V2__two.sql", "create table two (id int)");
        migrate(flyway(db).table("first").outOfOrder(true));
        ForeignHistory outOfOrder = read(db, "first").orElseThrow();
        db.execute("drop table one", "drop table two", "drop table three");
        migrate(flyway(db).table("second").baselineOnMigrate(true).baselineVersion("0"));
        db.execute(delete(db, "second"));
        ForeignHistory inOrder = read(db, "second").orElseThrow();
        db.execute("drop table one", "drop table two", "drop table three");
        script("V2__two.sql", "create table two (id int, more int)");
        migrate(flyway(db).table("third").baselineOnMigrate(true).baselineVersion("0"));
        db.execute(delete(db, "third"));
        ForeignHistory other = read(db, "third").orElseThrow();

        assertThat(outOfOrder.mark()).isEqualTo(inOrder.mark());
        assertThat(outOfOrder.mark()).isNotEqualTo(behind);
        assertThat(other.last()).isEqualTo("3");
        assertThat(other.checksum()).isNotEqualTo(inOrder.checksum());
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void aBaselineOfFlywayIsAVersionAndIsNamed(TestDb db) throws Exception {
        db.execute("create table legacy (id int)");
        script("V1__one.sql", "create table one (id int)");
        script("V6__six.sql", "create table six (id int)");
        migrate(flyway(db).baselineOnMigrate(true).baselineVersion("5"));

        ForeignHistory history = only(db);

        assertThat(history.names()).containsExactly("5", "6");
        assertThat(history.replaced()).containsExactly("<< Flyway Baseline >>");
    }

    /** Only MySQL and MariaDB keep the row, because no transaction holds their DDL. */
    @OnDatabases(MARIADB)
    void aFailedScriptOfFlywayIsNamed(TestDb db) throws Exception {
        script("V1__one.sql", "create table one (id int)");
        script("V2__two.sql", "create table two (id int);\ncreate table one (id int)");
        try {
            migrate(flyway(db));
        } catch (org.flywaydb.core.api.FlywayException expected) {
            // the second script fails
        }

        ForeignHistory history = only(db);

        assertThat(history.names()).containsExactly("1");
        assertThat(history.failed()).containsExactly("V2__two.sql");
    }

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void anUndoneAndADeletedVersionOfFlywayDoNotCount(TestDb db) throws SQLException {
        String quote = quote(db);
        db.execute(("create table #flyway_schema_history# (#installed_rank# int not null, #version# varchar(50),"
                        + " #description# varchar(200), #type# varchar(20), #script# varchar(1000), #checksum# int,"
                        + " #success# " + (db.database() == SQLITE ? "int" : "boolean") + ")")
                .replace("#", quote));
        String insert = "insert into #flyway_schema_history# values ".replace("#", quote);
        String yes = db.database() == SQLITE ? "1" : "true";
        db.execute(
                insert + "(0, null, '', 'SCHEMA', 'public', null, " + yes + ")",
                insert + "(1, '1', '', 'SQL', 'V1__a.sql', 11, " + yes + ")",
                insert + "(2, '2', '', 'SQL', 'V2__b.sql', 22, " + yes + ")",
                insert + "(3, '3', '', 'JDBC', 'V3__c', null, " + yes + ")",
                insert + "(5, '2', '', 'DELETE', 'V2__b.sql', 22, " + yes + ")",
                insert + "(4, '3', '', 'UNDO_SQL', 'U3__c.sql', 33, " + yes + ")");

        assertThat(only(db).names()).containsExactly("1");
        assertThat(only(db).repeatable()).isEmpty();
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void liquibasesChangesetsAreInTheOrderOfTheirExecution(TestDb db) throws Exception {
        script("all.sql", """
                --liquibase formatted sql
                --changeset ann:create-b
                create table b (id int)
                --changeset bob:create-a
                create table a (id int)
                """);
        liquibase(db, "all.sql");

        ForeignHistory history = only(db);

        assertThat(history.tool()).isEqualTo(MigrationTool.LIQUIBASE);
        assertThat(history.names()).containsExactly("create-b", "create-a");
        assertThat(history.failed()).isEmpty();
        assertThat(history.mark()).startsWith("liquibase:create-a:");
        assertThat(history.describe()).isEqualTo("Liquibase at create-a (2 changesets)");
        String before = history.checksum();
        db.execute("update DATABASECHANGELOG set FILENAME = 'classpath:/all.sql', MD5SUM = '8:other',"
                + " ORDEREXECUTED = 3 - ORDEREXECUTED");
        assertThat(only(db).checksum()).isEqualTo(before);
        db.execute("update DATABASECHANGELOG set AUTHOR = 'carl' where ID = 'create-a'");
        assertThat(only(db).checksum()).isNotEqualTo(before);
    }

    @OnDatabases({POSTGRESQL, H2})
    void aTableInAnotherSchemaIsFoundThereOnly(TestDb db) throws Exception {
        script("V1__one.sql", "create table one (id int)");
        migrate(flyway(db).schemas("tools"));

        assertThat(histories(db)).isEmpty();
        try (Connection connection = db.connect()) {
            ForeignHistoryReader reader = new ForeignHistoryReader(connection, Dialects.of(connection));
            String schema = db.database() == H2 ? "\"tools\"" : "tools";
            assertThat(reader.all(schema)).extracting(ForeignHistory::last).containsExactly("1");
        }
    }

    private static String quote(TestDb db) {
        return Map.of(MARIADB, "`", MYSQL, "`").getOrDefault(db.database(), "\"");
    }

    private static String delete(TestDb db, String table) {
        return "delete from " + quote(db) + table + quote(db) + " where " + quote(db) + "type" + quote(db)
                + " = 'BASELINE'";
    }

    private static ForeignHistory only(TestDb db) throws SQLException {
        List<ForeignHistory> all = histories(db);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static List<ForeignHistory> histories(TestDb db) throws SQLException {
        try (Connection connection = db.connect()) {
            return new ForeignHistoryReader(connection, Dialects.of(connection)).all(null);
        }
    }

    private static Optional<ForeignHistory> read(TestDb db, String table) throws SQLException {
        try (Connection connection = db.connect()) {
            return new ForeignHistoryReader(connection, Dialects.of(connection))
                    .read(MigrationTool.FLYWAY, QualifiedName.parse(table));
        }
    }

    private void script(String name, String sql) throws IOException {
        Files.writeString(scripts.resolve(name), sql);
    }

    private FluentConfiguration flyway(TestDb db) {
        return Flyway.configure().dataSource(db.dataSource()).locations("filesystem:" + scripts);
    }

    private static void migrate(FluentConfiguration configuration) {
        configuration.load().migrate();
    }

    private void liquibase(TestDb db, String file) throws Exception {
        try (Connection connection = db.connect()) {
            Scope.child(
                    Map.of(Scope.Attr.resourceAccessor.name(), new DirectoryResourceAccessor(scripts)),
                    () -> new CommandScope(UpdateCommandStep.COMMAND_NAME)
                            .addArgumentValue(
                                    DbUrlConnectionArgumentsCommandStep.DATABASE_ARG,
                                    liquibase.database.DatabaseFactory.getInstance()
                                            .findCorrectDatabaseImplementation(
                                                    new liquibase.database.jvm.JdbcConnection(connection)))
                            .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, file)
                            .execute());
        }
    }
}
