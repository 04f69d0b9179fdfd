package io.retort.run;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.RunReport;
import io.retort.error.RetortException;
import io.retort.internal.execute.CountingDataSource;
import io.retort.internal.execute.Fleet;
import io.retort.revision.AdoptionMark;
import io.retort.revision.AdoptionMark.Origin;
import io.retort.revision.Direction;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;

/** Databases with tables become databases of Retort, or are refused and stay as they are. */
class AdoptionTests {

    private static final boolean FULL = Boolean.getBoolean("retort.full");

    @TempDir
    private Path folder;

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void whatHasTheBaseEndsLikeAnEmptyDatabase(TestDb db) throws Exception {
        List<List<String>> migrations = AdoptedShop.migrations(db);
        for (Origin origin : Origin.values()) {
            OtherTool tool = new OtherTool(origin, folder);
            try (TestDb production = db.server().newDatabase();
                    TestDb developer = db.server().newDatabase();
                    TestDb empty = db.server().newDatabase()) {
                tool.migrate(production, migrations);
                AdoptedShop.fill(production, false);
                // the developer has run the second migration after the third
                tool.migrate(developer, List.of(migrations.get(0), List.of(), migrations.get(2)));
                tool.migrate(developer, origin == Origin.SCHEMA ? List.of(migrations.get(1)) : migrations);
                AdoptedShop.fill(developer, false);
                AdoptionMark mark = tool.mark(production);

                assertThat(notes(AdoptedShop.retort(production.dataSource(), mark)
                                .upgrade("head")))
                        .containsExactly("adopted from " + mark.describe(), null, null);
                assertThat(notes(
                                AdoptedShop.retort(developer.dataSource(), mark).upgrade("head")))
                        .containsExactly("adopted from " + mark.describe(), null, null);
                assertThat(notes(AdoptedShop.retort(empty.dataSource(), mark).upgrade("head")))
                        .containsExactly(null, null, null);
                AdoptedShop.fill(empty, true);

                assertThat(AdoptedShop.dump(production))
                        .as("%s, production", origin)
                        .isEqualTo(AdoptedShop.dump(empty));
                assertThat(AdoptedShop.dump(developer))
                        .as("%s, developer", origin)
                        .isEqualTo(AdoptedShop.dump(empty));
                assertThat(AdoptedShop.dump(empty)).hasSizeGreaterThan(10);
                assertThat(production.query("select recorded from retort_revision where id = 'a1'"))
                        .containsExactly("adopted from " + mark.describe());
            }
        }
    }

    private static List<String> notes(RunReport report) {
        return report.steps().stream().map(StepReport::reason).toList();
    }

    /** A database that is not what the base describes, and words of its refusal. */
    private record Refused(String name, List<Origin> origins, Change change, String... words) {}

    @FunctionalInterface
    private interface Change {
        void make(TestDb db, OtherTool tool, List<List<String>> migrations) throws Exception;
    }

    private static final List<Origin> TOOLS = List.of(Origin.FLYWAY, Origin.LIQUIBASE);
    private static final List<Origin> ALL = List.of(Origin.values());

    private static final List<Refused> REFUSED = List.of(
            new Refused(
                    "a missing column",
                    ALL,
                    (db, tool, migrations) -> {
                        tool.migrate(db, migrations);
                        db.execute("alter table invoice drop column paid_at");
                    },
                    "3 of its 3 tables: column invoice.paid_at missing"),
            new Refused(
                    "a missing table and a missing column",
                    ALL,
                    (db, tool, migrations) -> {
                        tool.migrate(db, migrations);
                        db.execute("drop table outbox", "alter table customer drop column vip");
                    },
                    "2 of its 3 tables: outbox missing; column customer.vip missing"),
            new Refused(
                    "another type",
                    ALL,
                    (db, tool, migrations) -> {
                        tool.migrate(db, migrations);
                        db.execute(
                                "alter table invoice drop column paid_at", "alter table invoice add paid_at integer");
                    },
                    "column invoice.paid_at is ",
                    " instead of timestamp(6)"),
            new Refused(
                    "the tables of another application",
                    ALL,
                    (db, tool, migrations) -> tool.migrate(
                            db,
                            "other",
                            List.of(List.of("create table customer (number integer primary key, city varchar(20))"))),
                    "do a1"),
            new Refused(
                    "another application that has none of the tables",
                    TOOLS,
                    (db, tool, migrations) ->
                            tool.migrate(db, "other", List.of(List.of("create table other (id integer primary key)"))),
                    "do a1"),
            new Refused(
                    "behind",
                    TOOLS,
                    (db, tool, migrations) -> tool.migrate(db, migrations.subList(0, 2)),
                    "without ",
                    "Run the last release that uses "),
            new Refused(
                    "ahead",
                    TOOLS,
                    (db, tool, migrations) -> {
                        List<List<String>> more = new ArrayList<>(migrations);
                        more.add(List.of("alter table outbox add sent integer"));
                        tool.migrate(db, more);
                    },
                    "has applied more in this database: ",
                    "4"),
            new Refused(
                    "tables without a history",
                    TOOLS,
                    (db, tool, migrations) -> new OtherTool(Origin.SCHEMA, Path.of("")).migrate(db, migrations),
                    "this database has no history of ",
                    "stamp a1"));

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void whatIsAnotherDatabaseIsRefusedAndUnchanged(TestDb db) throws Exception {
        List<List<String>> migrations = AdoptedShop.migrations(db);
        Map<Origin, AdoptionMark> marks = marks(db, migrations);
        for (int i = 0; i < REFUSED.size(); i++) {
            Refused refused = REFUSED.get(i);
            for (Origin origin : refused.origins()) {
                boolean chosen = refused.origins().indexOf(origin)
                        == i % refused.origins().size();
                if (FULL || chosen || db.database() == H2) {
                    OtherTool tool = new OtherTool(origin, folder);
                    try (TestDb other = db.server().newDatabase()) {
                        refused.change().make(other, tool, migrations);
                        Retort retort = AdoptedShop.retort(other.dataSource(), marks.get(origin));

                        isRefusedAndUnchanged(retort, other, refused.name() + ", " + origin, refused.words());
                    }
                }
            }
        }
    }

    private Map<Origin, AdoptionMark> marks(TestDb db, List<List<String>> migrations) throws Exception {
        Map<Origin, AdoptionMark> marks = new EnumMap<>(Origin.class);
        for (Origin origin : ALL) {
            OtherTool tool = new OtherTool(origin, folder);
            try (TestDb production = db.server().newDatabase()) {
                tool.migrate(production, migrations);
                marks.put(origin, tool.mark(production));
            }
        }
        return marks;
    }

    private static void isRefusedAndUnchanged(Retort retort, TestDb db, String name, String... words)
            throws SQLException {
        List<String> before = AdoptedShop.wholeDump(db);
        assertThatThrownBy(() -> retort.upgrade("head"))
                .as(name)
                .isInstanceOf(RetortException.class)
                .hasMessageContainingAll(words)
                .hasMessageContaining("Nothing was changed.");
        assertThatThrownBy(() -> retort.plan(Direction.UP, "head")).as(name).hasMessageContainingAll(words);
        assertThat(AdoptedShop.wholeDump(db)).as(name).isEqualTo(before);
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void aScriptWithAnotherContentAndAFailedOneAreRefused(TestDb db) throws Exception {
        List<List<String>> migrations = AdoptedShop.migrations(db);
        for (Origin origin : TOOLS) {
            OtherTool tool = new OtherTool(origin, folder);
            try (TestDb production = db.server().newDatabase()) {
                tool.migrate(production, migrations);
                AdoptionMark mark = tool.mark(production);
                Retort retort = AdoptedShop.retort(production.dataSource(), mark);
                String table = origin == Origin.LIQUIBASE
                        ? "DATABASECHANGELOG"
                        : db.database() == MARIADB ? "flyway_schema_history" : "\"flyway_schema_history\"";
                String version =
                        origin == Origin.LIQUIBASE ? "ID" : db.database() == MARIADB ? "version" : "\"version\"";
                String second = origin == Origin.LIQUIBASE ? "'step-2'" : "'2'";
                String change = origin == Origin.LIQUIBASE
                        ? "AUTHOR = 'carl'"
                        : (db.database() == MARIADB ? "checksum" : "\"checksum\"") + " = 5";
                production.execute("update " + table + " set " + change + " where " + version + " = " + second);
                isRefusedAndUnchanged(retort, production, "changed", "with other checksums or other ", "stamp a1");

                String failed = origin == Origin.LIQUIBASE
                        ? "EXECTYPE = 'FAILED'"
                        : (db.database() == MARIADB ? "success" : "\"success\"") + " = false";
                production.execute("update " + table + " set " + failed + " where " + version + " = " + second);
                isRefusedAndUnchanged(retort, production, "failed", "has failed: ");
            }
        }
    }

    /** What the base itself creates has all of its tables and columns, with types that are not different. */
    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void whatTheBaseHasCreatedIsAdopted(TestDb db) throws Exception {
        new OtherTool(Origin.SCHEMA, folder).migrate(db, AdoptedShop.migrations(db));
        AdoptionMark schema = AdoptionMark.parse("schema", "test");

        List<PreparedStep> plan = AdoptedShop.retort(db.dataSource(), schema).plan(Direction.UP, "head");
        assertThat(plan.get(0).reason()).isEqualTo("adopted from an existing schema");
        assertThat(plan.get(0).places()).isEmpty();
        assertThat(plan.get(1).reason()).isNull();

        assertThat(notes(AdoptedShop.retort(db.dataSource(), schema).upgrade("head")))
                .containsExactly("adopted from an existing schema", null, null);
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void ofTwoInstancesOneRecords(TestDb db) throws Exception {
        OtherTool tool = new OtherTool(Origin.FLYWAY, folder);
        tool.migrate(db, AdoptedShop.migrations(db));
        AdoptionMark mark = tool.mark(db);
        CyclicBarrier together = new CyclicBarrier(2);
        try (Fleet fleet = new Fleet()) {
            List<Future<RunReport>> runs = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Retort instance = AdoptedShop.retort(fleet.pool(db, 1), mark);
                Callable<RunReport> start = () -> {
                    together.await();
                    return instance.upgrade("head");
                };
                runs.add(fleet.start(start));
            }
            List<StepReport> steps = new ArrayList<>();
            for (Future<RunReport> run : runs) {
                steps.addAll(run.get().steps());
            }
            assertThat(steps).extracting(StepReport::reason).containsExactly("adopted from Flyway 3", null, null);
        }
        assertThat(db.query("select id from retort_revision order by id")).containsExactly("a1", "b2", "c3");
    }

    /** A fault at a seam of the run, for example between the record of the base and the next revision. */
    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void anInterruptedAdoptionIsCompletedByTheNextRun(TestDb db) throws Exception {
        OtherTool tool = new OtherTool(Origin.FLYWAY, folder);
        tool.migrate(db, AdoptedShop.migrations(db));
        AdoptedShop.fill(db, false);
        AdoptionMark mark = tool.mark(db);
        Retort undisturbed = AdoptedShop.retort(db.dataSource(), mark);
        FaultInjector counting = new FaultInjector(db.dataSource(), FaultInjector.Fault.NONE);
        List<String> before = AdoptedShop.dump(db);
        AdoptedShop.retort(counting.dataSource(), mark)
                .with(counting.listener())
                .upgrade("head");
        List<String> whole = AdoptedShop.dump(db);
        int recorded = 0;
        int open = 0;
        int seams = counting.seams().size();
        int step = FULL || db.database() == H2 ? 1 : Math.max(1, seams / 8);
        for (int seam = 1; seam <= seams; seam += step) {
            db.execute("drop table retort_revision", "alter table customer drop column email");
            assertThat(AdoptedShop.dump(db)).isEqualTo(before);
            FaultInjector injector = new FaultInjector(
                    db.dataSource(),
                    new FaultInjector.Fault(seam, seam % 2 == 0, FaultInjector.Kind.BROKEN_CONNECTION));
            try {
                AdoptedShop.retort(injector.dataSource(), mark)
                        .with(injector.listener())
                        .upgrade("head");
            } catch (RuntimeException expected) {
                // the connection is lost
            }
            if (undisturbed.status().recorded().isEmpty()) {
                open++;
                assertThat(AdoptedShop.dump(db)).as(injector.where()).isEqualTo(before);
            } else {
                recorded++;
            }
            undisturbed.upgrade("head");
            assertThat(AdoptedShop.dump(db)).as(injector.where()).isEqualTo(whole);
            assertThat(undisturbed.status().recorded())
                    .as(injector.where())
                    .containsExactly(Map.entry("a1", "adopted from Flyway 3"));
        }
        assertThat(open).isPositive();
        assertThat(recorded).isPositive();
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void anAdoptedBaseIsRevertedOnlyIfTheUserSaysSo(TestDb db) throws Exception {
        OtherTool tool = new OtherTool(Origin.LIQUIBASE, folder);
        tool.migrate(db, AdoptedShop.migrations(db));
        Retort retort = AdoptedShop.retort(db.dataSource(), tool.mark(db));
        retort.upgrade("b2");
        AdoptedShop.fill(db, false);

        assertThatThrownBy(() -> retort.downgrade("base"))
                .hasMessageContaining(
                        "Revision a1 (do a1) was recorded without being run (adopted from Liquibase step-3)")
                .hasMessageContaining("downgrade --revert-recorded base");
        assertThat(retort.downgrade("a1").steps()).hasSize(1);
        assertThat(db.query("select id from customer order by id")).containsExactly("1", "2");
        assertThat(retort.status().recorded()).containsEntry("a1", "adopted from Liquibase step-3");

        RetortOptions sure =
                retort.options().withExisting(retort.options().existing().withRevertRecorded(true));
        retort.with(sure).downgrade("base");
        assertThatThrownBy(() -> db.query("select id from customer")).isInstanceOf(SQLException.class);
        // Liquibase's history is still the one in the mark, and none of the tables is there
        assertThat(notes(retort.upgrade("head"))).containsExactly(null, null, null);
    }

    /** The refusal of another database advises a stamp, which vouches for objects that were there before. */
    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void aStampedBaseIsRevertedOnlyIfTheUserSaysSo(TestDb db) throws Exception {
        OtherTool tool = new OtherTool(Origin.FLYWAY, folder);
        tool.migrate(db, AdoptedShop.migrations(db));
        Retort retort = AdoptedShop.retort(db.dataSource(), tool.mark(db));
        retort.stamp(List.of("a1"), false);
        AdoptedShop.fill(db, false);
        List<String> rows = db.query("select id from customer order by id");

        assertThatThrownBy(() -> retort.downgrade("base"))
                .hasMessageContaining("Revision a1 (do a1) was recorded without being run (stamped)");
        assertThat(db.query("select id from customer order by id"))
                .isEqualTo(rows)
                .isNotEmpty();
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2, SQLITE})
    void aBaselineRecordsOnADatabaseWithTablesOnlyAndVerifiesNothing(TestDb db) throws Exception {
        try (TestDb empty = db.server().newDatabase()) {
            db.execute("create table customer (id bigint primary key)");
            List<String> warnings = new ArrayList<>();
            Retort retort = AdoptedShop.retort(db.dataSource(), null)
                    .with(RetortOptions.STANDARD.withBaseline("a1"))
                    .with(new Warnings(warnings));

            assertThat(retort.plan(Direction.UP, "head"))
                    .extracting(PreparedStep::reason)
                    .containsExactly("baseline a1, not verified", null, null);
            assertThat(warnings).isEmpty();
            assertThat(notes(retort.upgrade("head"))).containsExactly("baseline a1, not verified", null, null);
            assertThat(warnings).hasSize(1).first().asString().contains("up to a1 (do a1). Nothing was verified");
            assertThat(retort.upgrade("head").steps()).isEmpty();
            assertThatThrownBy(() -> retort.downgrade("base")).hasMessageContaining("baseline a1, not verified");

            assertThat(notes(retort.with(RetortOptions.STANDARD.withBaseline("b2"))
                            .upgrade("head")))
                    .isEmpty();
            db.execute("delete from retort_revision", "alter table customer drop column email");
            Retort further = retort.with(RetortOptions.STANDARD.withBaseline("b2"));
            assertThat(notes(further.upgrade("+1"))).containsExactly("baseline b2, not verified");
            assertThat(retort.with(RetortOptions.STANDARD.withBaseline("c3")).plan(Direction.UP, "head"))
                    .extracting(PreparedStep::reason)
                    .containsExactly(null, null);
            db.execute("alter table customer add email varchar(80)");
            assertThat(notes(further.upgrade("head"))).containsExactly("baseline b2, not verified", null);
            Retort fresh = AdoptedShop.retort(empty.dataSource(), null).with(RetortOptions.STANDARD.withBaseline("b2"));
            assertThat(notes(fresh.upgrade("head"))).containsExactly(null, null, null);
        }
    }

    private record Warnings(List<String> all) implements RunListener {
        @Override
        public void warning(String sentence) {
            all.add(sentence);
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB, H2})
    void afterTheAdoptionAStartCostsOneQuery(TestDb db) throws Exception {
        OtherTool tool = new OtherTool(Origin.FLYWAY, folder);
        tool.migrate(db, AdoptedShop.migrations(db));
        AdoptionMark mark = tool.mark(db);
        AdoptedShop.retort(db.dataSource(), mark).upgrade("head");
        CountingDataSource counting = new CountingDataSource(db.dataSource());

        AdoptedShop.retort(counting.source(), mark)
                .with(RetortOptions.STANDARD.withBaseline("a1"))
                .upgrade("head");

        assertThat(counting.sent()).hasSize(1);
    }

    @OnDatabases(H2)
    void aScriptSaysThatItIsForAnEmptyDatabase(TestDb db) {
        AdoptionMark schema = AdoptionMark.parse("flyway:3:0a", "test");

        assertThat(AdoptedShop.retort(db.dataSource(), schema)
                        .script(Direction.UP, "base:head", io.retort.internal.dialect.Dialects.ofUrl(db.url())))
                .contains("-- upgrade a1 (do a1)\n-- Only for a database without these tables:"
                        + " where Flyway 3 has created them, upgrade records this revision as applied.");
    }
}
