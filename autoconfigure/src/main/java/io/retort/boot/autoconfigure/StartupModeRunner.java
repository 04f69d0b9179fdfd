package io.retort.boot.autoconfigure;

import io.retort.Retort;
import io.retort.RetortOptions.AheadPolicy;
import io.retort.RunReport;
import io.retort.Status;
import io.retort.internal.database.DatabaseAheadException;
import io.retort.internal.history.History;
import io.retort.internal.log.PrintableLog;
import io.retort.internal.prepare.MultipleHeadsAdvice;
import io.retort.internal.text.HumanDuration;
import io.retort.internal.text.PrintableText;
import io.retort.revision.InvalidHistoryException;
import io.retort.revision.RevisionException;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.run.StepReport;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Carries out a start mode on one database. */
final class StartupModeRunner {

    private final Retort retort;
    private final UnitSettings settings;
    private final Supplier<DataSource> dataSource;
    private final Duration waitTimeout;
    private final Later later;

    /**
     * @param retort the database's Retort
     * @param settings the unit's settings, including the mode
     * @param dataSource the data source of the database
     * @param waitTimeout how long to wait for another instance
     * @param later receives what to do when the application is ready
     */
    StartupModeRunner(
            Retort retort, UnitSettings settings, Supplier<DataSource> dataSource, Duration waitTimeout, Later later) {
        this.dataSource = dataSource;
        this.retort = retort;
        this.settings = settings;
        this.waitTimeout = waitTimeout;
        this.later = later;
    }

    /** Receives what to do when the application is ready. */
    interface Later {

        /** Upgrades to a target. */
        void upgrade(String target);

        /** Runs the backfills of applied revisions. */
        void backfill();
    }

    /**
     * The result.
     *
     * @param database the database's product, version and URL
     * @param sentence the result for the log
     * @param steps the number of applied revisions
     * @param unknown the applied revisions that the history does not contain
     */
    record Done(String database, String sentence, int steps, List<AppliedRevision> unknown) {

        private static final String AHEAD =
                "{}: the database is ahead of this application, which starts because {}. Unknown: {}";

        /** Logs that the database is ahead. During a rolling update that is the usual state of an older release. */
        void logUnknown(String who, UnitSettings settings) {
            if (!unknown.isEmpty()) {
                boolean compatible = settings.common().getAhead() == AheadPolicy.COMPATIBLE;
                PrintableLog log = PrintableLog.of(UnitStartup.class);
                String revisions =
                        unknown.stream().map(AppliedRevision::describe).collect(Collectors.joining(", "));
                if (compatible) {
                    log.info(AHEAD, who, "the unknown revisions only add to the schema", revisions);
                } else {
                    log.warn(AHEAD, who, "of retort.ahead=allow", revisions);
                }
            }
        }
    }

    /**
     * Adds the changes of each head to a failure about several heads.
     */
    Done run(History history) {
        try {
            return done(history);
        } catch (InvalidHistoryException failure) {
            throw failure;
        } catch (RevisionException failure) {
            throw new MultipleHeadsAdvice(history).added(failure);
        }
    }

    private Done done(History history) {
        return switch (settings.mode()) {
            case UPGRADE -> switchedOrUpgraded(history);
            case WAIT -> awaited();
            case VERIFY -> verified(retort.status());
            case OFF -> throw new IllegalStateException("the mode off does not run");
        };
    }

    private Done switchedOrUpgraded(History history) {
        try {
            return upgrade(history);
        } catch (DatabaseAheadException ahead) {
            if (settings.common().getAhead() != AheadPolicy.SWITCH) {
                throw ahead;
            }
            return new SwitchAtStart(retort, settings, dataSource).run(ahead);
        }
    }

    private Done upgrade(History history) {
        DeferredUpgrade deferral = DeferredUpgrade.of(history, retort, settings.target());
        deferral.later().forEach(later::upgrade);
        List<Done> now = deferral.now().stream().map(this::to).toList();
        String putOff = deferral.later().isEmpty()
                ? ""
                : "to be upgraded to " + String.join(", ", deferral.later()) + " when the application is ready";
        String sentence = Stream.concat(now.stream().map(Done::sentence), Stream.of(putOff))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return new Done(
                now.isEmpty() ? "" : now.get(0).database(),
                sentence,
                now.stream().mapToInt(Done::steps).sum(),
                now.isEmpty() ? List.of() : now.get(now.size() - 1).unknown());
    }

    /** Upgrades to one target. */
    Done to(String target) {
        RunReport report =
                retort.with(retort.options().withDeferBackfills(true)).upgrade(target);
        if (report.backfills()) {
            later.backfill();
        }
        return new Done(report.database(), sentence(report), report.steps().size(), report.unknown());
    }

    private Done awaited() {
        Status status = new UpgradeWait(
                        settings.target(),
                        waitTimeout,
                        settings.common().getWait().getInterval())
                .await(retort);
        return new Done(
                status.database(),
                at(status) + ", another instance has upgraded it, nothing to do",
                0,
                status.unknown());
    }

    private Done verified(Status status) {
        new Verification(retort, status, settings.target()).require();
        return new Done(status.database(), at(status) + ", verified, nothing to do", 0, status.unknown());
    }

    private String sentence(RunReport report) {
        if (report.steps().isEmpty()) {
            return at(
                            report.database(),
                            report.after().stream()
                                    .map(id -> retort.graph().get(id).describe())) + ", nothing to do";
        }
        int count = report.steps().size();
        return report.database() + ": " + count + (count == 1 ? " revision" : " revisions") + " applied ("
                + from(report.before()) + " to " + to(report.after()) + ") in "
                + HumanDuration.of(report.duration())
                + recorded(report);
    }

    private static String recorded(RunReport report) {
        List<StepReport> recorded =
                report.steps().stream().filter(step -> step.reason() != null).toList();
        return recorded.isEmpty()
                ? ""
                : ", " + recorded.size() + " of them recorded without being run: "
                        + recorded.get(0).reason();
    }

    private static String at(Status status) {
        return at(status.database(), status.currentHeads().stream().map(RevisionInfo::describe));
    }

    private static String at(String database, Stream<String> heads) {
        String place = heads.collect(Collectors.joining(", "));
        return database + " at " + (place.isEmpty() ? "base" : place);
    }

    private static String from(Collection<String> heads) {
        return heads.isEmpty() ? "base" : String.join(", ", heads);
    }

    private String to(Collection<String> heads) {
        return heads.stream()
                .map(id -> id + " " + PrintableText.title(retort.graph().get(id).message()))
                .collect(Collectors.joining(", "));
    }
}
