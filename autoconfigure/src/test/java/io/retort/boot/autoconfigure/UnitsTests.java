package io.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.boot.actuate.RetortEndpoint;
import io.retort.boot.actuate.RetortHealthIndicator;
import io.retort.boot.actuate.UnitDescription;
import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.boot.autoconfigure.properties.UnitProperties;
import io.retort.run.RunListener;
import io.retort.run.StepReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ExtendWith(OutputCaptureExtension.class)
class UnitsTests {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(RetortAutoConfiguration.class));

    private final ApplicationContextRunner two = withDataSources(
            "retort.units.billing.data-source=billingSource",
            "retort.units.billing.locations=classpath:units/billing",
            "retort.units.shop.data-source=shopSource",
            "retort.units.shop.locations=classpath:units/shop");

    @Test
    void eachUnitIsUpgradedOnItsDatabaseWithItsHistory() {
        two.run(context -> {
            assertThat(applied(context, "shopSource")).containsExactly("a1000000");
            assertThat(applied(context, "billingSource")).containsExactly("b1000000", "b2000000");
            assertThat(context).doesNotHaveBean(Retort.class).hasSingleBean(RetortInitializer.class);
        });
    }

    @Test
    void unitsAreUpgradedByTheirNumberAndThenByName() {
        assertThat(order(two)).containsExactly("b1000000", "b2000000", "a1000000");
        assertThat(order(two.withPropertyValues("retort.units.shop.order=-1")))
                .containsExactly("a1000000", "b1000000", "b2000000");
    }

    @Test
    void whatIsNotSaidForAUnitIsAsForAll() {
        two.withPropertyValues(
                        "retort.table=common",
                        "retort.units.shop.table=own",
                        "retort.target=head",
                        "retort.units.billing.target=b1000000",
                        "retort.lock.timeout=7s")
                .run(context -> {
                    assertThat(ids(context, "billingSource", "common")).containsExactly("b1000000");
                    assertThat(ids(context, "shopSource", "own")).containsExactly("a1000000");
                    assertThat(unit(context, "shop").retort().options().lockTimeout())
                            .hasSeconds(7);
                });
    }

    @Test
    void placeholdersOfAUnitAreInFrontOfTheCommonOnes() {
        RetortProperties common = new RetortProperties();
        common.setPlaceholders(Map.of("a", "common", "b", "common"));
        UnitProperties own = new UnitProperties();
        own.setPlaceholders(Map.of("b", "own"));

        assertThat(new UnitSettings("shop", common, own).placeholders())
                .containsOnly(Map.entry("a", "common"), Map.entry("b", "own"));
    }

    @Test
    void revisionsAreLookedForInAFolderOfTheUnitsName() {
        UnitSettings settings = new UnitSettings("order-book", new RetortProperties(), new UnitProperties());

        assertThat(settings.locations())
                .containsExactly("db.revisions.order_book", "classpath:db/revisions/order_book");
    }

    @Test
    void oneUnitStaysOffAndTheOtherDoesNot(CapturedOutput output) {
        two.withPropertyValues("retort.units.shop.mode=off").run(context -> {
            assertThat(tables(context, "shopSource")).isEmpty();
            assertThat(applied(context, "billingSource")).hasSize(2);
        });
        assertThat(output)
                .contains("Retort, unit shop: retort.units.shop.mode is off, nothing to do")
                .contains("Retort, unit billing: H2 ");
    }

    @Test
    void aUnitsOwnModeIsInFrontOfTheCommonOne() {
        two.withPropertyValues("retort.mode=off", "retort.units.shop.mode=upgrade")
                .run(context -> {
                    assertThat(applied(context, "shopSource")).hasSize(1);
                    assertThat(tables(context, "billingSource")).isEmpty();
                });
    }

    @Test
    void aFailureNamesTheUnitAndItsCommands() {
        says(
                two.withPropertyValues("retort.units.shop.mode=verify"),
                "Unit shop: H2 ",
                "is behind this application. Pending: a1000000 (create customer).",
                "Upgrade it first: mvn migrate:upgrade -Dunit=shop -Dtarget=head.");
        says(
                two.withPropertyValues("retort.units.shop.target=nowhere"),
                "Unit shop: Cannot upgrade to \"nowhere\"",
                "mvn migrate:history -Dunit=shop");
    }

    @Test
    void aDatabaseThatIsAwayIsToldWithItsUnit() {
        says(
                two.withBean(
                                "away",
                                DataSource.class,
                                () -> new DriverManagerDataSource("jdbc:h2:tcp://localhost:1/nowhere", "sa", ""))
                        .withPropertyValues("retort.units.shop.data-source=away"),
                "Unit shop: Cannot connect to the database",
                "the URL, user and password of the data source away");
    }

    @Test
    void anOwnUrlNeedsNoDataSource() {
        application
                .withPropertyValues(
                        "retort.units.shop.url=jdbc:h2:mem:units-url;DB_CLOSE_DELAY=-1",
                        "retort.units.shop.user=sa",
                        "retort.units.shop.locations=classpath:units/shop")
                .run(context -> assertThat(new JdbcTemplate(
                                        unit(context, "shop").database().dataSource())
                                .queryForList("select id from retort_revision", String.class))
                        .containsExactly("a1000000"));
    }

    @Test
    void anOnlyDataSourceIsEveryUnitsWithATableForEach() {
        ApplicationContextRunner one = application
                .withBean("only", DataSource.class, () -> memory("only-" + System.nanoTime()))
                .withPropertyValues(
                        "retort.units.billing.locations=classpath:units/billing",
                        "retort.units.shop.locations=classpath:units/shop");
        one.withPropertyValues("retort.units.shop.table=shop_revision").run(context -> {
            assertThat(applied(context, "only")).hasSize(2);
            assertThat(ids(context, "only", "shop_revision")).hasSize(1);
        });
        says(
                one,
                "The units billing and shop would use the same history table: retort_revision of the same"
                        + " database.",
                "retort.units.shop.table=shop_revision");
    }

    @Test
    void twoDataSourcesWithOneUrlAreOneDatabase() {
        says(
                two.withBean("same", DataSource.class, () -> new DriverManagerDataSource("jdbc:h2:mem:same", "sa", ""))
                        .withBean(
                                "again",
                                DataSource.class,
                                () -> new DriverManagerDataSource("jdbc:h2:mem:same", "sa", ""))
                        .withPropertyValues(
                                "retort.units.shop.data-source=same", "retort.units.billing.data-source=again"),
                "would use the same history table");
    }

    @Test
    void aDataSourceThatIsNotThereIsNamed() {
        says(
                two.withPropertyValues("retort.units.shop.data-source=shopsource"),
                "retort.units.shop.data-source=shopsource does not name a data source of this application.",
                "Its data sources are billingSource, shopSource.");
    }

    @Test
    void severalDataSourcesNeedAWord() {
        says(
                two.withPropertyValues("retort.units.audit.locations=classpath:units/shop"),
                "The unit \"audit\" has no data source configured, and the application has several: billingSource,"
                        + " shopSource.",
                "retort.units.audit.data-source");
    }

    @Test
    void whatIsForAnOnlyUnitIsRefusedBesideUnits() {
        says(two.withPropertyValues("retort.url=jdbc:h2:mem:x"), "retort.url is set", "retort.units.billing.url");
        says(two.withPropertyValues("retort.user=x"), "retort.user is set");
        says(two.withPropertyValues("retort.locations=db.other"), "retort.locations is set");
        says(two.withPropertyValues("retort.units.default.table=x"), "is reserved for the only unit");
        says(two.withPropertyValues("retort.units.shop.table= "), "retort.units.shop.table=", "is not a name");
    }

    @Test
    void theEndpointTellsOfEachUnit() {
        two.run(context -> {
            Map<String, UnitDescription> units = new RetortEndpoint(context)
                    .units()
                    .contexts()
                    .values()
                    .iterator()
                    .next()
                    .units();
            assertThat(units).containsOnlyKeys("shop", "billing");
            assertThat(units.get("billing").current()).containsExactly("b2000000");
            assertThat(units.get("shop").current()).containsExactly("a1000000");
        });
    }

    @Test
    void theHealthTellsOfEachUnitAndIsThatOfTheWorst() {
        two.withPropertyValues("retort.units.shop.mode=off").run(context -> {
            Health health = health(context);
            assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
            assertThat(health.getDetails())
                    .containsEntry("shop", Map.of("current", List.of(), "pending", List.of("a1000000")))
                    .containsEntry("billing", Map.of("current", List.of("b2000000"), "pending", List.of()));
        });
        two.withBean(
                        "away",
                        DataSource.class,
                        () -> new DriverManagerDataSource("jdbc:h2:tcp://localhost:1/x", "sa", ""))
                .withPropertyValues(
                        "retort.units.billing.data-source=away",
                        "retort.units.billing.mode=off",
                        "retort.units.shop.mode=off")
                .run(context -> {
                    Health health = health(context);
                    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
                    assertThat(health.getDetails()).containsOnlyKeys("billing", "shop");
                });
        two.run(context -> assertThat(health(context).getStatus()).isEqualTo(Status.UP));
    }

    @Test
    void springBootKnowsThatSomebodyLooksAfterEachSchema() {
        two.withBean("other", DataSource.class, () -> memory("units-other")).run(context -> {
            SchemaManagementProvider provider = context.getBean(SchemaManagementProvider.class);
            assertThat(provider.getSchemaManagement(context.getBean("shopSource", DataSource.class)))
                    .isEqualTo(SchemaManagement.MANAGED);
            assertThat(provider.getSchemaManagement(context.getBean("other", DataSource.class)))
                    .isEqualTo(SchemaManagement.UNMANAGED);
        });
    }

    private static Health health(ApplicationContext context) {
        return Objects.requireNonNull(
                new RetortHealthIndicator(context.getBean(RetortUnits.class).all()).health());
    }

    private ApplicationContextRunner withDataSources(String... properties) {
        return application
                .withBean("shopSource", DataSource.class, () -> memory("shop-" + System.nanoTime()))
                .withBean("billingSource", DataSource.class, () -> memory("billing-" + System.nanoTime()))
                .withPropertyValues(properties);
    }

    private static List<String> order(ApplicationContextRunner runner) {
        List<String> heard = new ArrayList<>();
        runner.withBean(RunListener.class, () -> new RunListener() {
                    @Override
                    public void after(StepReport report, int number, int total) {
                        heard.add(report.revision().id());
                    }
                })
                .run(context -> assertThat(context).hasNotFailed());
        return heard;
    }

    /** Checks the outermost failure of Retort, which a failure analyzer reports. */
    private static void says(ApplicationContextRunner runner, String... words) {
        FailureAnalysis analysis = FailedStart.of(runner);
        assertThat(analysis.getDescription() + "\n" + analysis.getAction()).contains(words);
    }

    private static RetortUnit unit(ApplicationContext context, String name) {
        return context.getBean(RetortUnits.class).named(name);
    }

    private static List<String> applied(ApplicationContext context, String dataSource) {
        return ids(context, dataSource, "retort_revision");
    }

    private static List<String> ids(ApplicationContext context, String dataSource, String table) {
        return new JdbcTemplate(context.getBean(dataSource, DataSource.class))
                .queryForList("select id from " + table + " order by id", String.class);
    }

    private static List<String> tables(ApplicationContext context, String dataSource) {
        return new JdbcTemplate(context.getBean(dataSource, DataSource.class))
                .queryForList(
                        "select table_name from information_schema.tables where table_schema = 'PUBLIC'", String.class);
    }

    private static DataSource memory(String name) {
        return new DriverManagerDataSource("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
    }
}
