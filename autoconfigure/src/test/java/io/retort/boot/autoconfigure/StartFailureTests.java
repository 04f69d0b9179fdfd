package io.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.autoconfigure.shop.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import liquibase.integration.spring.SpringLiquibase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The complete report of every failure of Retort that can stop a start. {@code -Dgolden.write} rewrites the reports.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTests {

    private static final String HISTORY = "retort.locations=io.retort.boot.autoconfigure.revisions,classpath:history";

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    TransactionAutoConfiguration.class,
                    RetortAutoConfiguration.class))
            .withPropertyValues(HISTORY);

    @Test
    void aDatabaseBehindInVerify() throws IOException {
        says("database/behind", on("behind").withPropertyValues("retort.mode=verify"));
    }

    @Test
    void aDatabaseBehindAfterWaiting() throws IOException {
        says(
                "database/waited",
                on("waited")
                        .withPropertyValues(
                                "retort.mode=wait", "retort.wait.timeout=10ms", "retort.wait.interval=10ms"));
    }

    @Test
    void aDatabaseThatIsNotTheAdoptedOne() throws IOException {
        ApplicationContextRunner adopting =
                on("adopting").withPropertyValues("retort.locations=io.retort.boot.autoconfigure.adopted");
        adopting.withPropertyValues("retort.mode=off")
                .run(context -> new JdbcTemplate(context.getBean(DataSource.class))
                        .execute("create table customer (id bigint primary key)"));
        says("database/not-adopted", adopting);
    }

    @Test
    void twoHeads() throws IOException {
        says(
                "history/two-heads",
                on("heads")
                        .withPropertyValues(
                                "retort.locations=io.retort.boot.autoconfigure.revisions,classpath:history,classpath:forked"));
    }

    @Test
    void anUnknownAppliedRevision() throws IOException {
        on("unknown")
                .run(context -> new JdbcTemplate(context.getBean(DataSource.class))
                        .update("update retort_revision set id = 'ffff00000000' where id = '2b3c4d5e6f7a'"));
        says("history/unknown-revision", on("unknown"));
    }

    @Test
    void anEditedRevision() throws IOException {
        on("edited").run(context -> assertThat(context).hasNotFailed());
        says(
                "history/edited-revision",
                on("edited")
                        .withPropertyValues(
                                "retort.mode=verify",
                                "retort.locations=io.retort.boot.autoconfigure.revisions,classpath:edited"));
    }

    @Test
    void noRevisionAtAllOnADatabaseThatHasSome() throws IOException {
        on("lost").run(context -> assertThat(context).hasNotFailed());
        says("history/lost-revisions", on("lost").withPropertyValues("retort.locations=db.revisions"));
    }

    @Test
    void entitiesWithoutRevisions() throws IOException {
        says(
                "history/no-revisions",
                withEntities("entities")
                        .withPropertyValues("retort.locations=db.revisions", "retort.fail-without-revisions=true"));
    }

    @Test
    void entitiesThatNoRevisionMade() throws IOException {
        says(
                "database/drift",
                withEntities("drift")
                        .withPropertyValues("retort.target=1a2b3c4d5e6f", "spring.jpa.hibernate.ddl-auto=validate"));
    }

    @Test
    void aDatabaseThatIsAway() throws IOException {
        says(
                "database/unreachable",
                application.withPropertyValues(
                        "spring.datasource.type=org.springframework.jdbc.datasource.SimpleDriverDataSource",
                        "spring.datasource.url=jdbc:h2:tcp://localhost:1/nowhere;PASSWORD=hidden",
                        "spring.datasource.username=sa"));
    }

    @Test
    void aWrongPassword() throws IOException {
        on("locked")
                .run(context -> new JdbcTemplate(context.getBean(DataSource.class))
                        .execute("alter user sa set password 'changed'"));
        says(
                "database/wrong-password",
                on("locked")
                        .withPropertyValues(
                                "spring.datasource.type=org.springframework.jdbc.datasource.SimpleDriverDataSource"));
    }

    @Test
    void hibernateChangingTheSchema() throws IOException {
        says("settings/ddl-auto", on("ddl").withPropertyValues("spring.jpa.hibernate.ddl-auto=update"));
    }

    @Test
    void flywayBesideUs() throws IOException {
        says("settings/flyway", withRevisions("flyway").withBean(Flyway.class));
    }

    @Test
    void liquibaseBesideUs() throws IOException {
        says("settings/liquibase", withRevisions("liquibase").withBean(SpringLiquibase.class));
    }

    @Test
    void anotherToolWithoutRevisions() {
        on("kept")
                .withBean(Flyway.class)
                .withPropertyValues("retort.locations=com.example.without.revisions")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void anotherToolThatRunsWhatIsWritten(CapturedOutput output) {
        for (String format : List.of("flyway", "LIQUIBASE")) {
            withRevisions("kept-" + format)
                    .withBean(Flyway.class)
                    .withPropertyValues("retort.revision.format=" + format)
                    .run(context -> {
                        assertThat(context).hasNotFailed();
                        assertThat(output)
                                .containsIgnoringCase("Retort: " + format + " runs the migrations"
                                        + " (retort.revision.format), so that 2 revisions of Retort are not run.");
                        assertThat(new JdbcTemplate(context.getBean(DataSource.class))
                                        .queryForList(
                                                "select table_name from information_schema.tables"
                                                        + " where table_schema = 'PUBLIC'",
                                                String.class))
                                .isEmpty();
                    });
        }
    }

    @Test
    void anotherToolThatRunsWhatIsWrittenWithoutRevisions(CapturedOutput output) {
        on("kept-alone")
                .withBean(Flyway.class)
                .withPropertyValues("retort.revision.format=flyway", "retort.locations=com.example.without.revisions")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output)
                .contains("Retort: Flyway runs the migrations (retort.revision.format), nothing to do")
                .doesNotContain("not run");
    }

    @Test
    void bothWhenSomebodyWantsBoth() {
        on("both")
                .withBean(SpringLiquibase.class)
                .withBean(Flyway.class)
                .withPropertyValues("retort.allow-other-tools=true")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void anotherToolOnAnotherDatabase() {
        on("mine")
                .withBean(Flyway.class)
                .withBean("theirs", DataSource.class, () -> new DriverManagerDataSource("jdbc:h2:mem:theirs"))
                .withBean("ours", DataSource.class, () -> new DriverManagerDataSource("jdbc:h2:mem:ours"))
                .withPropertyValues("retort.url=jdbc:h2:mem:ours")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void aRevisionThatCannotBeLoaded() throws IOException {
        says(
                "history/unloadable",
                on("unloadable").withPropertyValues("retort.locations=io.retort.boot.autoconfigure.unloadable"));
    }

    @Test
    void severalDataSources() throws IOException {
        says(
                "settings/several-data-sources",
                application
                        .withBean("one", DataSource.class, () -> new DriverManagerDataSource("jdbc:h2:mem:one"))
                        .withBean("two", DataSource.class, () -> new DriverManagerDataSource("jdbc:h2:mem:two")));
    }

    @Test
    void aStatementThatFails() throws IOException {
        on("failing")
                .withPropertyValues("retort.mode=off")
                .run(context -> new JdbcTemplate(context.getBean(DataSource.class))
                        .execute("create table product (id bigint)"));
        says("database/failed-statement", on("failing"));
    }

    @Test
    void aValueThatIsNone() throws IOException {
        says("settings/bad-value", on("value").withPropertyValues("retort.mode=sometimes"));
    }

    private ApplicationContextRunner withRevisions(String database) {
        return on(database).withPropertyValues("retort.locations=io.retort.boot.autoconfigure.adopted");
    }

    private ApplicationContextRunner on(String database) {
        return application.withPropertyValues(
                "spring.datasource.url=jdbc:h2:mem:failure-" + database + ";DB_CLOSE_DELAY=-1",
                "spring.datasource.username=sa");
    }

    private ApplicationContextRunner withEntities(String database) {
        return on(database)
                .withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
                .withUserConfiguration(Shop.class);
    }

    private static void says(String file, ApplicationContextRunner runner) throws IOException {
        FailureAnalysis analysis = FailedStart.of(runner);
        assertSaid(file, analysis.getDescription() + "\n---\n" + analysis.getAction() + "\n");
    }

    private static void assertSaid(String name, String text) throws IOException {
        Path file = Path.of("src/test/resources/failures", name + ".txt");
        String said = text.replace(System.lineSeparator(), "\n")
                .replaceAll("H2 [0-9.]+", "H2 (version)")
                .replaceAll("at 20\\d\\d-[0-9T:.-]+Z", "at (time)")
                .replaceAll("\\[\\d+-\\d+]", "[code]");
        if (System.getProperty("golden.write") != null) {
            Files.writeString(file, said);
        }
        assertThat(said).isEqualTo(Files.readString(file)).doesNotContain("hidden");
    }

    @Configuration(proxyBeanMethods = false)
    @EntityScan(basePackageClasses = Product.class)
    static class Shop {}
}
