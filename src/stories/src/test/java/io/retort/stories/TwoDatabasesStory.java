package io.retort.stories;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.stories.MavenBuild.Result;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application with a shop on PostgreSQL and invoices on H2: two units with a history each, used through the goals.
 */
class TwoDatabasesStory {

    private static final String ONE_MORE = """
            -- revision: b2b2b2b2b2b2
            -- message: remember payments

            -- upgrade
            create table payment (id bigint primary key);

            -- downgrade
            drop table payment;
            """;

    @TempDir
    Path folder;

    @OnDatabases(POSTGRESQL)
    void eachUnitHasItsOwnHistory(TestDb shop) throws Exception {
        try (TestDb billing = H2.server().newFileDatabase(folder)) {
            StoryProject project = StoryProject.copy("pair", folder, shop);
            project.edit("src/main/resources/application.yaml", "@billing.url@", billing.url());
            areWritten(project);
            areUpgraded(project, shop, billing);
            branchAndMerge(project);
            areCommandedFromTheJar(project, shop, billing);
        }
    }

    private static void areWritten(StoryProject project) {
        goal(project, "migrate:init", "migrate:revision", "-Dunit=shop", "-Dmessage=create customer");
        goal(project, "migrate:revision", "-Dunit=billing", "-Dmessage=create bill");
        assertThat(written(project, "shop")).contains("\"customer\"").doesNotContain("bill");
        assertThat(written(project, "billing")).contains("\"bill\"").doesNotContain("customer");
    }

    private static void areUpgraded(StoryProject project, TestDb shop, TestDb billing) throws SQLException {
        goal(project, "migrate:upgrade", "migrate:check", "migrate:current");
        assertThat(shop.query("select message from retort_revision")).containsExactly("create customer");
        assertThat(billing.query("select message from retort_revision")).containsExactly("create bill");
        assertThat(goal(project, "migrate:history", "migrate:heads", "migrate:branches", "migrate:plan"))
                .contains("create customer", "create bill");
        assertThat(goal(project, "migrate:show", "migrate:script", "migrate:repair", "-Dunit=shop"))
                .contains("create table customer")
                .doesNotContain("create bill");
        Result unsaid = project.mvn("migrate:downgrade", "-Dtarget=base");
        assertThat(unsaid.exitCode()).isNotZero();
        assertThat(unsaid.output()).contains("Select one, for example", "-Dunit=billing");
        goal(project, "migrate:downgrade", "-Dunit=shop", "-Dtarget=base");
        assertThat(shop.query("select id from retort_revision")).isEmpty();
        goal(project, "migrate:upgrade", "migrate:index");
        assertThat(shop.query("select message from retort_revision")).containsExactly("create customer");
        assertThat(project.read(project.folder().resolve("target/classes/META-INF/retort/revisions")))
                .contains("create customer", "create bill");
    }

    private static void branchAndMerge(StoryProject project) {
        project.write("src/main/resources/db/revisions/billing/b2b2b2b2b2b2_remember_payments.sql", ONE_MORE);
        goal(project, "migrate:merge", "-Dunit=billing", "-Dmessage=join");
        assertThat(goal(project, "migrate:stamp", "migrate:current", "-Dunit=billing", "-Dtarget=head"))
                .contains("join");
    }

    private static void areCommandedFromTheJar(StoryProject project, TestDb shop, TestDb billing) throws SQLException {
        billing.execute("drop table bill", "drop sequence bill_seq", "delete from retort_revision");
        goal(project, "package");
        assertThat(command(project, "current")).contains("create customer");
        command(project, "downgrade base --unit=shop");
        assertThat(shop.query("select id from retort_revision")).isEmpty();

        Result started = project.start();
        assertThat(started.exitCode()).as(started.output()).isZero();
        assertThat(started.output())
                .contains("Retort, unit billing: H2 ", "3 revisions applied")
                .contains("Retort, unit shop: PostgreSQL ", "1 revision applied")
                .contains("customers: 1, bills: 1");
        assertThat(billing.query("select count(*) from payment")).containsExactly("0");
    }

    private static String written(StoryProject project, String unit) {
        return project.read(only(project.folder().resolve("src/main/java/db/revisions/" + unit)));
    }

    private static Path only(Path place) {
        String[] files = place.toFile().list((folder, name) -> name.startsWith("R"));
        assertThat(files).as(place.toString()).hasSize(1);
        return place.resolve(files[0]);
    }

    private static String goal(StoryProject project, String... words) {
        Result result = project.mvn(words);
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output();
    }

    private static String command(StoryProject project, String command) {
        Result result = project.command(command);
        assertThat(result.exitCode()).as(result.output()).isZero();
        return result.output();
    }
}
