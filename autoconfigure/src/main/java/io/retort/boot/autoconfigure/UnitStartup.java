package io.retort.boot.autoconfigure;

import io.retort.Retort;
import io.retort.RetortOptions.AheadPolicy;
import io.retort.boot.autoconfigure.properties.StartMode;
import io.retort.boot.internal.CommandForm;
import io.retort.boot.internal.RunStyle;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
import io.retort.error.RetortException;
import io.retort.internal.history.History;
import io.retort.internal.log.PrintableLog;
import io.retort.revision.RevisionGraph;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs the start mode of one unit and logs one line about the result. */
final class UnitStartup {

    private static final PrintableLog LOG = PrintableLog.of(UnitStartup.class);

    private final RetortUnit unit;
    private final Retort retort;
    private final UnitSettings settings;
    private final Surroundings around;
    private final String who;

    /**
     * What a start needs besides the unit.
     */
    public static final class Surroundings {

        private final @Nullable Consumer<Retort> strategy;
        private final Supplier<Set<String>> entities;
        private final BackgroundUpgrade later;
        private final Supplier<CommandForm> launch;
        private final @Nullable String otherTool;

        /**
         * Creates the surroundings.
         *
         * @param strategy the application's own start strategy, or null
         * @param entities the names of the application's entity classes
         * @param later receives the work that is deferred until the application is ready
         * @param launch returns how commands are run on this application
         * @param otherTool the name of another migration tool in the application, or null
         */
        public Surroundings(
                @Nullable Consumer<Retort> strategy,
                Supplier<Set<String>> entities,
                BackgroundUpgrade later,
                Supplier<CommandForm> launch,
                @Nullable String otherTool) {
            this.strategy = strategy;
            this.entities = entities;
            this.later = later;
            this.launch = launch;
            this.otherTool = otherTool;
        }

        public @Nullable Consumer<Retort> strategy() {
            return strategy;
        }

        public Supplier<Set<String>> entities() {
            return entities;
        }

        public BackgroundUpgrade later() {
            return later;
        }

        public Supplier<CommandForm> launch() {
            return launch;
        }

        public @Nullable String otherTool() {
            return otherTool;
        }

        AdviceStyle style(RetortUnit unit) {
            return RunStyle.ofStart(launch.get(), unit.settings().advised())
                    .withTenantDatabases(
                            unit.tenants().filter(UnitTenants::areDatabases).isPresent());
        }
    }

    /** Creates the start of a unit. */
    public UnitStartup(RetortUnit unit, Surroundings around) {
        this.unit = unit;
        this.settings = unit.settings();
        this.who = settings.own() == null ? "Retort" : "Retort, unit " + settings.name();
        this.retort = unit.retort().with(new RunLogger(who)).with(new RunProgressLogger(who));
        this.around = around;
    }

    /**
     * Runs the unit's start mode.
     *
     * @throws RetortException if the application cannot start on this database
     */
    public void run() {
        if (settings.mode() == StartMode.OFF) {
            LOG.info("{}: {} is off, nothing to do", who, settings.property("mode"));
        } else if (settings.own() == null) {
            begin();
        } else {
            beginNamed();
        }
    }

    /** With several units, a failure contains the name of its unit. */
    private void beginNamed() {
        try {
            begin();
        } catch (RetortException failure) {
            throw new UnitFailedException(settings, failure);
        }
    }

    private void begin() {
        if (unit.tenants().isPresent()) {
            new TenantsStartup(unit, around, who).run();
        } else if (around.strategy() != null) {
            around.strategy().accept(retort);
        } else {
            start(retort.loaded());
        }
    }

    private void start(Retort loaded) {
        RevisionGraph graph = loaded.graph();
        if (graph.size() == 0) {
            warnThatNothingWasFound();
            return;
        }
        graph.warnings().forEach(oddity -> LOG.warn("{}: {}", who, oddity.describe()));
        StartupModeRunner.Done done = work(loaded).run(History.read(loaded.sources()));
        LOG.info("{}: {}", who, done.sentence());
        done.logUnknown(who, settings);
    }

    private StartupModeRunner work(Retort loaded) {
        return new StartupModeRunner(
                retort,
                settings,
                unit.database()::dataSource,
                settings.common().getWait().getTimeout(),
                new LaterWork(
                        around.later(),
                        around.style(unit),
                        who,
                        loaded.at(unit.database().dataSource()),
                        target -> work(loaded).to(target)));
    }

    /** Also reads the database: if it has applied revisions, this application lacks revisions that another one had. */
    private void warnThatNothingWasFound() {
        (settings.common().getAhead() == AheadPolicy.ALLOW
                        ? retort
                        : retort.with(retort.options().withAhead(AheadPolicy.REFUSE)))
                .status();
        String locations = String.join(", ", settings.locations());
        int count = around.entities().get().size();
        if (settings.common().isFailWithoutRevisions() && count > 0) {
            throw new RetortException(
                    "The application has " + count + (count == 1 ? " entity" : " entities")
                            + ", and no revision was found in " + locations + ".",
                    Advice.of(
                            "Write the first one with ",
                            Advice.command("revision"),
                            ", check that the jar contains them, or set ",
                            Advice.setting("locations"),
                            ". ",
                            Advice.setting("fail-without-revisions", "false"),
                            " starts the application without revisions."));
        }
        if (around.otherTool() != null) {
            LOG.info(
                    "{}: {} runs the migrations, and no revision was found in {}, nothing to do",
                    who,
                    around.otherTool(),
                    locations);
            return;
        }
        LOG.warn(
                "{}: no revision was found in {}, nothing to do. {}",
                who,
                locations,
                Advice.of(
                                "Write the first one with ",
                                Advice.command("revision"),
                                ", or set ",
                                Advice.setting("locations"))
                        .in(around.style(unit)));
    }
}
