package io.retort.run;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.MYSQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.error.RetortException;
import io.retort.revision.Direction;
import io.retort.run.FaultInjector.Fault;
import io.retort.run.FaultInjector.Kind;
import io.retort.run.FaultInjector.Place;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import io.retort.testkit.TestSeed;
import io.retort.testkit.dump.SchemaDump;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Injects a fault at every seam of a run. The database is then queried on a separate connection, and compared with the
 * history table and with the report. A second run must end as if nothing had happened. A few seams are chosen each day;
 * {@code -Dretort.full=true} runs all of them.
 */
class SeamInjectionTests {

    private static final boolean FULL = Boolean.getBoolean("retort.full");
    private static final int SOME = Integer.getInteger("seams", 12);
    private static final List<String> REVISIONS = List.of(SeamHistory.INSIDE, SeamHistory.OUTSIDE);

    @OnDatabases({POSTGRESQL, MARIADB, MYSQL, H2, HSQLDB, SQLITE})
    void aStepEndsInOneOfThreeStatesWhateverIsThrownAtWhateverSeam(TestDb db) throws SQLException {
        inject(db, TransactionScope.REVISION);
    }

    @OnDatabases({POSTGRESQL, SQLITE})
    void soDoesARunInOneTransaction(TestDb db) throws SQLException {
        inject(db, TransactionScope.RUN);
    }

    /** Where each run comes by; it rolls back only after a failure. */
    private static final Set<Place> EVERYWHERE = EnumSet.complementOf(EnumSet.of(Place.ROLLBACK));

    private record Run(String name, Direction direction, Consumer<Retort> command) {}

    private static final List<Run> RUNS = List.of(
            new Run("upgrade", Direction.UP, retort -> retort.upgrade("head")),
            new Run("downgrade", Direction.DOWN, retort -> retort.downgrade("base")));

    private static void inject(TestDb db, TransactionScope scope) throws SQLException {
        List<RevisionCode> history = SeamHistory.revisions(db.database());
        Retort undisturbed =
                Retort.on(db.dataSource(), List.of(() -> history)).with(RetortOptions.STANDARD.withTransaction(scope));
        undisturbed.upgrade("head");
        List<String> whole = dump(db);
        undisturbed.downgrade("base");
        List<String> nothing = dump(db);
        Map<Place, Integer> injected = new EnumMap<>(Place.class);
        Map<Place, Integer> seams = new EnumMap<>(Place.class);
        List<List<Fault>> faults = new ArrayList<>();
        for (Run run : RUNS) {
            FaultInjector counting = new FaultInjector(db.dataSource(), Fault.NONE);
            run.command().accept(retort(counting, history, scope));
            counting.seams().forEach(seam -> seams.merge(Place.of(seam), 1, Integer::sum));
            faults.add(faults(counting.seams().size()));
        }
        for (int i = 0; i < faults.get(0).size() || i < faults.get(1).size(); i++) {
            for (int r = 0; r < RUNS.size(); r++) {
                Run run = RUNS.get(r);
                List<Fault> its = faults.get(r);
                Fault fault = i < its.size() ? its.get(i) : Fault.NONE;
                attempt(db, scope, history, run, fault).ifPresent(place -> injected.merge(place, 1, Integer::sum));
                run.command().accept(undisturbed);
                assertThat(dump(db))
                        .as("after it was run again")
                        .isEqualTo(run.direction() == Direction.UP ? whole : nothing);
            }
        }
        System.out.println(
                "[seams] | " + db.server() + ", transaction=" + scope + " | seams " + seams + " | faults " + injected);
        assertThat(seams.keySet()).containsAll(EVERYWHERE);
        assertThat(injected.values().stream().mapToInt(count -> count).sum()).isGreaterThan(FULL ? 500 : SOME);
        assertThat(!FULL || injected.keySet().containsAll(EVERYWHERE)).isTrue();
    }

    private static Retort retort(FaultInjector injector, List<RevisionCode> history, TransactionScope scope) {
        return Retort.on(injector.dataSource(), List.of(() -> history))
                .with(RetortOptions.STANDARD.withTransaction(scope))
                .with(injector.listener());
    }

    private static List<Fault> faults(int seams) {
        List<Fault> all = new ArrayList<>();
        for (int seam = 1; seam <= seams; seam++) {
            for (Kind kind : Kind.values()) {
                all.add(new Fault(seam, false, kind));
                all.add(new Fault(seam, true, kind));
            }
        }
        if (FULL) {
            return all;
        }
        long seed = TestSeed.of("seam.seed");
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = all.size() - 1; i > 0; i--) {
            Collections.swap(all, i, random.nextInt(i + 1));
        }
        return all.subList(0, Math.min(SOME, all.size()));
    }

    /** Runs once with a fault, and compares database, history table and report. */
    private static Optional<Place> attempt(
            TestDb db, TransactionScope scope, List<RevisionCode> history, Run run, Fault fault) throws SQLException {
        FaultInjector injector = new FaultInjector(db.dataSource(), fault);
        Throwable thrown = null;
        try {
            run.command().accept(retort(injector, history, scope));
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
        boolean interrupted = Thread.interrupted();
        String where = db.database() + " " + scope + " " + run.name() + " " + injector.where() + "\n" + thrown;
        if (interrupted || thrown instanceof MigrationFailedException failure && failure.interrupted()) {
            assertThat(interrupted).as(where).isTrue();
            assertThat(fault.kind()).as(where).isEqualTo(Kind.INTERRUPT);
        }
        for (String revision : REVISIONS) {
            agreesWithItsRow(db, revision, where);
        }
        if (thrown == null) {
            for (String revision : REVISIONS) {
                assertThat(SeamHistory.effects(db, revision)).as(where).doesNotContain(run.direction() != Direction.UP);
            }
        } else if (thrown instanceof MigrationFailedException failure) {
            agreesWithItsReport(db, failure, run.direction(), fault, where);
        } else {
            assertThat(thrown).as(where).isInstanceOfAny(RetortException.class, RuntimeException.class, Error.class);
        }
        return injector.isDone() ? Optional.of(injector.place()) : Optional.empty();
    }

    /** The history table matches the state of the database. */
    private static void agreesWithItsRow(TestDb db, String revision, String where) throws SQLException {
        List<Boolean> effects = SeamHistory.effects(db, revision);
        String row = row(db, revision);
        String what = where + "\nrow " + row + ", effects " + effects;
        if (row == null) {
            assertThat(effects).as(what).doesNotContain(true);
            return;
        }
        String[] columns = row.split("\\|");
        if (columns[0].equals("applied")) {
            assertThat(effects).as(what).doesNotContain(false);
            return;
        }
        int done = done(effects, columns[0].equals("upgrading") ? Direction.UP : Direction.DOWN, what);
        int progress = Integer.parseInt(columns[1]);
        assertThat(done).as(what).isBetween(progress, columns[2].equals("null") ? progress : progress + 1);
    }

    private static @Nullable String row(TestDb db, String revision) {
        try {
            List<String> rows =
                    db.query("select state, progress, in_flight from retort_revision where id = '" + revision + "'");
            return rows.isEmpty() ? null : rows.get(0);
        } catch (SQLException noTable) {
            return null;
        }
    }

    /** The number of completed statements of a direction; later ones must not have an effect. */
    private static int done(List<Boolean> upgraded, Direction direction, String what) {
        List<Boolean> effects = new ArrayList<>(upgraded);
        if (direction == Direction.DOWN) {
            Collections.reverse(effects);
            effects.replaceAll(is -> !is);
        }
        int done = 0;
        while (done < effects.size() && effects.get(done)) {
            done++;
        }
        assertThat(effects.subList(done, effects.size())).as(what).doesNotContain(true);
        return done;
    }

    private static void agreesWithItsReport(
            TestDb db, MigrationFailedException failure, Direction direction, Fault fault, String where)
            throws SQLException {
        List<Boolean> effects = SeamHistory.effects(db, failure.revision().id());
        FailureOutcome outcome = failure.outcome();
        String what = where + "\n" + outcome + ", effects " + effects;
        int done = done(effects, direction, what);
        switch (outcome.kind()) {
            case ROLLED_BACK -> assertThat(done).as(what).isZero();
            case COMMITTED -> assertThat(done).as(what).isEqualTo(effects.size());
            case JOURNALED ->
                assertThat(done)
                        .as(what)
                        .isBetween(outcome.done(), outcome.doubt() == null ? outcome.done() : effects.size());
            case UNKNOWN -> {
                assertThat(fault.kind()).as(what).isEqualTo(Kind.BROKEN_CONNECTION);
                assertThat(done).as(what).isIn(0, effects.size());
            }
        }
        assertThat(outcome.connection().alive()).as(what).isEqualTo(fault.kind() != Kind.BROKEN_CONNECTION);
        if (fault.kind() == Kind.BROKEN_CONNECTION) {
            assertThat(failure.getMessage()).doesNotContain("Correct ").contains("The connection is lost");
        } else {
            assertThat(failure.getMessage())
                    .doesNotContain("connection is lost")
                    .doesNotContain("connection was lost");
        }
    }

    private static List<String> dump(TestDb db) throws SQLException {
        return SchemaDump.of(db).without("retort_").lines();
    }
}
