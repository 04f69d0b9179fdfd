package io.retort.squash;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.retort.Retort;
import io.retort.RetortOptions.AheadPolicy;
import io.retort.RunReport;
import io.retort.Status;
import io.retort.error.RetortException;
import io.retort.internal.database.DatabaseAheadException;
import io.retort.internal.execute.CountingDataSource;
import io.retort.internal.execute.Fleet;
import io.retort.revision.InvalidHistoryException;
import io.retort.revision.ReplacedRevision;
import io.retort.revision.RevisionGraph;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.TestSeed;
import io.retort.testkit.dump.SchemaDump;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every database reaches the same schema and rows with a squash as without it, or is refused unchanged. */
class SquashResolutionTests {

    private static final String ROWS = "select id from retort_revision order by id";

    @OnDatabases(H2)
    void everyDatabaseOfGeneratedHistoriesIsEqualOrRefused(TestDb db) throws SQLException {
        int histories = Boolean.getBoolean("retort.full") ? 60 : 5;
        long seed = TestSeed.of("squash.seed");
        for (int i = 0; i < histories; i++) {
            new Case(db, seed + i).run(Integer.MAX_VALUE);
        }
    }

    @OnDatabases({POSTGRESQL, MARIADB})
    void someDatabasesOnTheOtherProducts(TestDb db) throws SQLException {
        int histories = Boolean.getBoolean("retort.full") ? 10 : 1;
        long seed = TestSeed.of("squash.seed");
        for (int i = 0; i < histories; i++) {
            new Case(db, seed + i).run(5);
        }
    }

    /** One generated history with one squash and a squash of that squash. */
    private static final class Case {

        private final TestDb db;
        private final String where;
        private final SplittableRandom random;
        private final SquashableHistory history;
        private @Nullable String from;
        private String to = "";
        private Set<String> replaced = Set.of();

        Case(TestDb db, long seed) {
            this.db = db;
            this.where = "-Dsquash.seed=" + seed;
            this.random = new SplittableRandom(seed);
            this.history = new SquashableHistory(random, random.nextInt(3, 7));
            List<String> ids = List.copyOf(history.ids());
            do {
                to = ids.get(random.nextInt(ids.size()));
                from = random.nextInt(3) == 0 ? ids.get(random.nextInt(ids.size())) : null;
                replaced = history.between(from, to);
            } while (!history.isSquashable(replaced, from, to));
        }

        void run(int most) throws SQLException {
            List<List<String>> databases = new ArrayList<>(history.databases());
            while (databases.size() > most) {
                databases.remove(random.nextInt(databases.size()));
            }
            RevisionCode squash = history.squash("5c1e", from, replaced, SquashableHistory.entries(replaced));
            for (List<String> database : databases) {
                String place = where + ", squash of " + replaced + ", database with " + database;
                build(database);
                retort(history.all()).upgrade("heads");
                List<String> expected = dump();
                assertEqual(database, history.without(Set.of(), squash), expected, place + ", with the files");
                assertEqualOrRefused(database, history.without(replaced, squash), replaced, expected, place);
                squashedAgain(database, squash, expected, place);
            }
            fresh(squash);
        }

        /** The second squash replaces the first one, in databases that have recorded it, have run it, or skip it. */
        private void squashedAgain(List<String> database, RevisionCode squash, List<String> expected, String place)
                throws SQLException {
            List<RevisionCode> both = history.without(Set.of(), squash);
            List<ReplacedRevision> inner = List.of(new ReplacedRevision("5c1e", SquashableHistory.entries(replaced)));
            RevisionCode again = history.squash("5c2e", from, replaced, inner);
            List<RevisionCode> all = new ArrayList<>(both);
            all.add(again);
            assertEqual(database, all, expected, place + ", squashed twice");
            assertEqualOrRefused(database, history.without(replaced, again), replaced, expected, place + ", twice");
            build(database);
            retort(both).upgrade("heads");
            retort(history.without(replaced, again)).upgrade("heads");
            assertThat(dump()).as(place + ", one after the other").isEqualTo(expected);
            assertSettled(history.without(replaced, again), place);
        }

        private void assertEqual(List<String> database, List<RevisionCode> release, List<String> expected, String place)
                throws SQLException {
            build(database);
            Retort retort = retort(release);
            retort.upgrade("heads");
            assertThat(dump()).as(place).isEqualTo(expected);
            assertSettled(release, place);
            assertThat(dump()).as(place).isEqualTo(expected);
            retort.downgrade("base");
            assertThat(dump())
                    .as(place + ", down")
                    .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("rev"));
            assertThat(rows(db)).as(place + ", down").isEmpty();
            retort.upgrade("heads");
            List<String> again = dump();
            build(List.of());
            retort(history.all()).upgrade("heads");
            assertThat(again).as(place + ", up again").isEqualTo(dump());
        }

        private void assertEqualOrRefused(
                List<String> database,
                List<RevisionCode> release,
                Set<String> gone,
                List<String> expected,
                String place)
                throws SQLException {
            build(database);
            List<String> before = dump();
            List<String> rows = rows(db);
            boolean some = database.stream().anyMatch(gone::contains) && !database.containsAll(gone);
            Throwable refusal = catchThrowable(() -> retort(release).upgrade("heads"));
            if (some) {
                assertThat(refusal)
                        .as(place + ", without the files")
                        .isInstanceOf(RetortException.class)
                        .hasMessageContaining("The database stopped at revision");
                assertThat(dump()).as(place + ", refused").isEqualTo(before);
                assertThat(rows(db)).as(place + ", refused").isEqualTo(rows);
            } else {
                assertThat(refusal).as(place + ", without the files").isNull();
                assertThat(dump()).as(place + ", without the files").isEqualTo(expected);
                assertSettled(release, place);
            }
        }

        /** The second start records the squash if the first one has run the replaced revisions; the third does nothing. */
        private void assertSettled(List<RevisionCode> release, String place) throws SQLException {
            retort(release).upgrade("heads");
            assertThat(retort(release).upgrade("heads").steps()).as(place).isEmpty();
            Status status = retort(release).status();
            assertThat(status.upToDate()).as(place).isTrue();
            assertThat(status.unknown()).as(place).isEmpty();
            String squash = status.applied().stream()
                    .filter(row -> row.id().startsWith("5c"))
                    .reduce((first, second) -> second)
                    .orElseThrow()
                    .id();
            assertThat(db.query("select count(*) from retort_revision where id = '" + squash + "'"))
                    .containsExactly("1");
            assertThat(db.query("select distinct replaced_by from retort_revision where id in ('"
                            + String.join("', '", replaced) + "')"))
                    .as(place)
                    .isSubsetOf(squash);
        }

        private void fresh(RevisionCode squash) throws SQLException {
            build(List.of());
            RunReport report = retort(history.without(Set.of(), squash)).upgrade("heads");
            assertThat(report.steps())
                    .extracting(step -> step.revision().id())
                    .as(where)
                    .contains("5c1e")
                    .doesNotContainAnyElementsOf(replaced);
        }

        /** Brings an empty database to these revisions with the release before the squash, and adds rows of users. */
        private void build(List<String> database) throws SQLException {
            clear(db);
            for (String id : database) {
                retort(history.all()).upgrade(id);
                db.execute("insert into " + id + " (id, a) values (1000, 'of a user')");
            }
        }

        private Retort retort(List<RevisionCode> release) {
            return SquashResolutionTests.retort(db, release);
        }

        private List<String> dump() throws SQLException {
            return SquashResolutionTests.dump(db);
        }
    }

    private static Retort retort(TestDb db, List<RevisionCode> release) {
        return Retort.on(db.dataSource(), List.of(() -> release));
    }

    private static List<String> dump(TestDb db) throws SQLException {
        return SchemaDump.of(db).without("retort_").withoutPlaces().lines();
    }

    private static List<String> rows(TestDb db) throws SQLException {
        boolean exists = db.query("select table_name from information_schema.tables").stream()
                .anyMatch(table -> table.equalsIgnoreCase("retort_revision"));
        return exists ? db.query(ROWS) : List.of();
    }

    private static void clear(TestDb db) throws SQLException {
        switch (db.database()) {
            case POSTGRESQL -> db.execute("drop schema public cascade", "create schema public");
            case H2 -> db.execute("drop all objects");
            default -> {
                for (String table :
                        db.query("select table_name from information_schema.tables where table_schema = database()")) {
                    db.execute("drop table `" + table + "`");
                }
            }
        }
    }

    /** Each pair of revisions of a history is tried; all pairs are looked at by brute force. */
    @Test
    void whatCannotBeSquashedIsRefused() {
        long seed = TestSeed.of("squash.seed");
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            SquashableHistory history =
                    new SquashableHistory(new SplittableRandom(seed + i), new SplittableRandom(seed + i).nextInt(2, 9));
            for (String to : history.ids()) {
                List<@Nullable String> starts = new ArrayList<>(history.ids());
                starts.add(null);
                for (String from : starts) {
                    Set<String> set = history.between(from, to);
                    if (!set.contains(to)) {
                        continue;
                    }
                    List<RevisionInfo> infos = history
                            .without(Set.of(), history.squash("5c1e", from, set, SquashableHistory.entries(set)))
                            .stream()
                            .map(RevisionCode::info)
                            .toList();
                    Throwable refusal = catchThrowable(() -> RevisionGraph.of(infos));
                    String place = "-Dsquash.seed=" + (seed + i) + " from " + from + " to " + to;
                    if (history.isSquashable(set, from, to)) {
                        assertThat(refusal).as(place).isNull();
                        assertThat(RevisionGraph.of(infos).size()).isEqualTo(infos.size() - set.size());
                    } else {
                        refused++;
                        assertThat(refusal).as(place).isInstanceOf(InvalidHistoryException.class);
                    }
                }
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void severalInstancesRecordASquashOnce(TestDb db) throws Exception {
        SquashableHistory history = new SquashableHistory(new SplittableRandom(7), 1);
        String id = history.ids().iterator().next();
        retort(db, history.all()).upgrade("heads");
        RevisionCode squash = history.squash("5c1e", null, Set.of(id), SquashableHistory.entries(Set.of(id)));
        RevisionCode[] release = history.without(Set.of(), squash).toArray(RevisionCode[]::new);
        try (Fleet fleet = new Fleet()) {
            List<Future<Integer>> starts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Retort instance = fleet.instance(db, release);
                starts.add(fleet.start(() -> instance.upgrade("heads").steps().size()));
            }
            int steps = 0;
            for (Future<Integer> start : starts) {
                steps += start.get();
            }
            assertThat(steps).isEqualTo(1);
        }
        assertThat(db.query("select id, replaced_by, older from retort_revision order by id"))
                .containsExactlyInAnyOrder("5c1e|null|yes", id + "|5c1e|yes");
    }

    /** The release before the squash starts beside a recorded squash, and never runs its revisions where the squash ran. */
    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void theReleaseBeforeTheSquash(TestDb db) throws SQLException {
        SquashableHistory history = new SquashableHistory(new SplittableRandom(7), 4);
        Set<String> set = history.ids();
        RevisionCode squash = history.squash("5c1e", null, set, SquashableHistory.entries(set));
        Retort before = retort(db, history.all());
        Retort after = retort(db, history.without(Set.of(), squash));
        before.upgrade("heads");
        List<String> expected = dump(db);
        after.upgrade("heads");

        assertThat(before.upgrade("heads").steps()).isEmpty();
        assertThat(before.status().unknown()).hasSize(1);
        before.runSwitch(before.planSwitch(row -> java.util.Optional.empty()), row -> java.util.Optional.empty());
        assertThat(dump(db)).isEqualTo(expected);
        assertThat(rows(db)).containsExactlyInAnyOrderElementsOf(set);
        assertThat(after.upgrade("heads").steps()).hasSize(1);
        assertThat(dump(db)).isEqualTo(expected);

        after.downgrade("base");
        after.upgrade("heads");
        assertThatThrownBy(() -> before.upgrade("heads"))
                .hasMessageContaining("replaces revisions that an older release would apply again");
        assertThat(dump(db)).isEqualTo(expected);
        for (AheadPolicy policy : AheadPolicy.values()) {
            Retort accepting = before.with(before.options().withAhead(policy));
            for (String target : List.of("heads", "+1")) {
                assertThatThrownBy(() -> accepting.upgrade(target))
                        .as("%s, to %s", policy, target)
                        .isInstanceOf(DatabaseAheadException.class)
                        .hasMessageContaining("replaces revisions that an older release would apply again")
                        .hasMessageContaining("the squash 5c1e")
                        .hasMessageNotContaining("allow");
            }
            assertThatThrownBy(() -> accepting.downgrade("base")).isInstanceOf(DatabaseAheadException.class);
            assertThat(dump(db)).as("%s", policy).isEqualTo(expected);
            assertThat(rows(db)).as("%s", policy).containsExactly("5c1e");
        }
    }

    /** With the rows of the replaced revisions too, a start with nothing pending sends one query and loads no revision. */
    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void aStartAfterASquashIsOneQuery(TestDb db) throws SQLException {
        SquashableHistory history = line();
        Set<String> set = history.ids();
        RevisionCode squash = history.squash("5c1e", null, set, SquashableHistory.entries(set));
        RevisionCode next = new RevisionCode(
                new RevisionInfo("next", List.of("5c1e"), List.of(), List.of(), "", null, true, "Rnext"),
                () -> op -> op.execute("create table next (id integer)"));
        retort(db, history.all()).upgrade("heads");
        List<RevisionCode> release = history.without(Set.of(), squash, next);
        retort(db, release).upgrade("head");
        List<RevisionCode> unloadable = release.stream()
                .map(code -> new RevisionCode(code.info(), () -> {
                    throw new AssertionError("loaded");
                }))
                .toList();
        CountingDataSource counting = new CountingDataSource(db.dataSource());

        assertThat(Retort.on(counting.source(), List.of(() -> unloadable))
                        .upgrade("head")
                        .steps())
                .isEmpty();
        assertThat(counting.sent()).hasSize(1).first().asString().contains("replaced_by in ('5c1e')");

        db.execute("update retort_revision set replaced_by = 'other' where replaced_by is not null");
        CountingDataSource another = new CountingDataSource(db.dataSource());
        Retort.on(another.source(), List.of(() -> unloadable)).upgrade("head");
        assertThat(another.sent()).hasSizeGreaterThan(1);
    }

    private static SquashableHistory line() {
        for (int seed = 0; ; seed++) {
            SquashableHistory history = new SquashableHistory(new SplittableRandom(seed), 3);
            List<RevisionInfo> infos =
                    history.all().stream().map(RevisionCode::info).toList();
            boolean plain = infos.stream()
                    .allMatch(
                            info -> info.dependsOn().isEmpty() && info.labels().isEmpty());
            RevisionGraph graph = RevisionGraph.of(infos);
            if (plain && graph.heads().size() == 1 && graph.bases().size() == 1) {
                return history;
            }
        }
    }

    @OnDatabases(H2)
    void targetsWithinASquashAreRefused(TestDb db) {
        SquashableHistory history = new SquashableHistory(new SplittableRandom(7), 4);
        Set<String> set = history.ids();
        RevisionCode squash = history.squash("5c1e", null, set, SquashableHistory.entries(set));
        Retort retort = retort(db, history.without(Set.of(), squash));
        retort.upgrade("+1");
        String middle = set.iterator().next();

        assertThat(retort.status().currentHeads()).extracting(RevisionInfo::id).containsExactly("5c1e");
        assertThatThrownBy(() -> retort.downgrade(middle))
                .hasMessageContaining("the squash 5c1e (squash of 4) replaces revision " + middle
                        + ", and runs or is reverted as a whole");
        assertThat(retort.downgrade("-1").steps()).hasSize(1);
        assertThat(retort.status().currentHeads()).isEmpty();
    }

    @Test
    void entriesAreParsed() {
        List<ReplacedRevision> parsed = ReplacedRevision.parse(List.of("aa1", "5c(bb1 5d(bb2 bb3)) cc1"), "R");

        assertThat(parsed).extracting(ReplacedRevision::text).containsExactly("aa1", "5c(bb1 5d(bb2 bb3))", "cc1");
        assertThat(parsed.get(1).ids()).containsExactly("5c", "bb1", "5d", "bb2", "bb3");
        for (String wrong : List.of("", "()", "a(", "a(b", "a)b", "a(b))", "a()", "(a)")) {
            assertThatThrownBy(() -> ReplacedRevision.parse(List.of(wrong), "R"))
                    .as(wrong)
                    .hasMessageContaining("is not the id of a revision");
        }
    }
}
