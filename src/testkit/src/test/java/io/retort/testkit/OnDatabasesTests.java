package io.retort.testkit;

import static io.retort.testkit.TestDatabase.DERBY;
import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.TagFilter.excludeTags;
import static org.junit.platform.launcher.TagFilter.includeTags;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class OnDatabasesTests {

    /** Run by the tests below, not by Surefire: it is nested and not annotated as such. */
    static class Sample {

        static final List<TestDb> SEEN = new ArrayList<>();

        @BeforeEach
        void prepare(TestDb db) throws SQLException {
            db.execute("create table prepared (id int not null primary key)");
            SEEN.add(db);
        }

        @OnDatabases({H2, DERBY, POSTGRESQL})
        void everywhere(TestDb db) throws SQLException {
            db.execute("insert into prepared values (1)");
        }

        @OnDatabases(H2)
        @Tag("failing")
        void failing(TestDb db) {
            throw new IllegalStateException("on purpose");
        }

        @AfterEach
        void look(TestDb db) throws SQLException {
            assertThat(db.query("select id from prepared")).hasSizeBetween(0, 1);
        }
    }

    @Test
    void eachDatabaseIsOneInvocationCalledByItsName() {
        EngineExecutionResults results = runSample("h2,derby");

        results.testEvents().assertStatistics(events -> events.started(2).succeeded(2));
        assertThat(names(results)).containsExactly("h2", "derby");
    }

    @Test
    void allMethodsOfAnInvocationShareOneDatabaseThatIsGoneAfterwards() {
        Sample.SEEN.clear();

        runSample("h2,derby").testEvents().assertStatistics(events -> events.succeeded(2));

        assertThat(Sample.SEEN).hasSize(2).doesNotHaveDuplicates();
        assertThat(Sample.SEEN).allSatisfy(db -> assertThat(canBeRead(db)).isFalse());
    }

    @Test
    void theReportTellsDatabaseVersionAndProvider() {
        EngineExecutionResults results = runSample("h2");

        Map<String, String> entry = results.testEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .findFirst()
                .orElseThrow();
        assertThat(entry)
                .containsEntry("database", "h2")
                .containsEntry("provider", "in process")
                .containsEntry("version", H2.server().version());
    }

    @Test
    void aMethodAllOfWhoseDatabasesAreLeftOutRunsNotAtAll() {
        EngineExecutionResults results = runSample("sqlite");

        results.testEvents().assertStatistics(events -> events.started(0).failed(0));
        results.containerEvents().assertStatistics(events -> events.failed(0));
    }

    @Test
    void anUnknownNameFailsWithTheNamesThatAreKnown() {
        EngineExecutionResults results = runSample("postgres");

        assertThat(results.containerEvents().failed().stream().map(Event::toString))
                .singleElement()
                .asString()
                .contains("does not know \"postgres\"; it knows postgresql, postgresql_15, mariadb, mysql, h2");
    }

    @Test
    void aFailureTellsItsDatabase() {
        EngineExecutionResults results = runSample("h2", includeTags("failing"));

        assertThat(results.testEvents().failed().stream())
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessage("on purpose"))
                .satisfies(failure -> assertThat(failure.getSuppressed()[0])
                        .hasMessage(H2.server().toString()));
    }

    private static EngineExecutionResults runSample(String only) {
        return runSample(only, excludeTags("failing"));
    }

    private static EngineExecutionResults runSample(String only, PostDiscoveryFilter tags) {
        String before = System.getProperty("testdb.only");
        System.setProperty("testdb.only", only);
        try {
            return EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(Sample.class))
                    .filters(tags)
                    .execute();
        } finally {
            if (before == null) {
                System.clearProperty("testdb.only");
            } else {
                System.setProperty("testdb.only", before);
            }
        }
    }

    private static Stream<String> names(EngineExecutionResults results) {
        return results.testEvents().started().stream()
                .map(Event::getTestDescriptor)
                .map(TestDescriptor::getDisplayName);
    }

    private static boolean canBeRead(TestDb db) {
        try {
            db.query("select id from prepared");
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
