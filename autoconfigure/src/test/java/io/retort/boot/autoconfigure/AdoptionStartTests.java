package io.retort.boot.autoconfigure;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.revision.AdoptionMark.Origin;
import io.retort.schema.QualifiedName;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;

/** Applications that start on databases with tables. */
@ExtendWith(OutputCaptureExtension.class)
class AdoptionStartTests {

    private static final String[] TABLES = {
        "create table customer (id bigint primary key, name varchar(40))",
        "create table outbox (id bigint primary key)",
        "insert into customer values (1, 'Ada')"
    };

    @OnDatabases({POSTGRESQL, H2})
    void anExistingDatabaseIsAdoptedWithOneLine(TestDb db, CapturedOutput output) throws SQLException {
        db.execute(TABLES);

        application(db).run(context -> assertThat(context).hasNotFailed());

        assertThat(output)
                .containsPattern(
                        "Retort: .*: recording 1 revision, a1000000 \\(take over\\), as applied without running:"
                                + " adopted from an existing schema; applying 1 revision, b2000000 \\(add email\\)\\R")
                .containsPattern("2 revisions applied \\(base to b2000000 add email\\) in .* s, 1 of them recorded"
                        + " without being run: adopted from an existing schema\\R");
        assertThat(db.query("select id, name, email from customer")).containsExactly("1|Ada|null");

        application(db).run(context -> assertThat(context).hasNotFailed());
        assertThat(output).containsPattern("at b2000000 \\(add email\\), nothing to do");
    }

    @OnDatabases({POSTGRESQL, H2})
    void anIncompleteDatabaseStopsTheStart(TestDb db) throws SQLException {
        db.execute(TABLES);
        db.execute("alter table customer drop column name");

        application(db).run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure())
                    .rootCause()
                    .hasMessageContaining("2 of its 2 tables: column customer.name missing. Nothing was changed.");
        });
        assertThat(db.query("select * from customer")).containsExactly("1");
    }

    @OnDatabases({POSTGRESQL, H2})
    void aBaselineWarns(TestDb db, CapturedOutput output) throws SQLException {
        db.execute("create table customer (id bigint primary key)");

        application(db).withPropertyValues("retort.baseline=a1000000").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(Retort.class).status().recorded())
                    .containsExactly(Map.entry("a1000000", "baseline a1000000, not verified"));
        });

        assertThat(output)
                .containsPattern(
                        " WARN .*Retort: The database has tables and no applied revision\\. The baseline records"
                                + " 1 revision as applied, up to a1000000 \\(take over\\)\\. Nothing was verified");
    }

    @OnDatabases(H2)
    void anotherToolOnTheClassPathThatIsSwitchedOffIsNoConflict(TestDb db) throws SQLException {
        db.execute(TABLES);

        ApplicationContextRunner both = application(db).withUserConfiguration(LikeFlywaysAutoConfiguration.class);
        both.run(context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("Flyway also manages the schema"));
        both.withPropertyValues("spring.flyway.enabled=false")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "spring.flyway.enabled", matchIfMissing = true)
    static class LikeFlywaysAutoConfiguration {

        @Bean
        Flyway flyway() {
            return new Flyway();
        }
    }

    @Test
    void theHistoryTablesAreThoseOfTheConfigurationOfTheTools() {
        MockEnvironment environment = new MockEnvironment();
        OtherHistories histories = new OtherHistories(environment);
        assertThat(histories.tables(false)).isEmpty();

        environment.setProperty("spring.flyway.table", "schema_version");
        environment.setProperty("spring.flyway.schemas", "Shop,other");
        environment.setProperty("spring.liquibase.liquibase-schema", "tools");
        assertThat(histories.tables(false))
                .containsOnly(
                        Map.entry(Origin.FLYWAY, new QualifiedName("\"Shop\"", "schema_version")),
                        Map.entry(Origin.LIQUIBASE, new QualifiedName("tools", "DATABASECHANGELOG")));
        assertThat(histories.tables(true))
                .containsOnly(Map.entry(Origin.FLYWAY, new QualifiedName(null, "schema_version")));
    }

    private static ApplicationContextRunner application(TestDb db) {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, RetortAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + db.url(),
                        "spring.datasource.username=" + db.user(),
                        "spring.datasource.password=" + db.password(),
                        "retort.locations=io.retort.boot.autoconfigure.adopted");
    }
}
