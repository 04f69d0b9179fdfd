package io.retort.boot.autoconfigure.start;

import io.retort.Retort;
import io.retort.RunReport;
import io.retort.Status;
import io.retort.boot.autoconfigure.observe.LoggedRuns;
import io.retort.boot.autoconfigure.properties.StartMode;
import io.retort.boot.autoconfigure.unit.RetortUnit;
import io.retort.boot.autoconfigure.unit.UnitSettings;
import io.retort.boot.autoconfigure.unit.UnitWords;
import io.retort.error.RetortException;
import io.retort.revision.InvalidHistoryException;
import io.retort.revision.RevisionException;
import io.retort.revision.RevisionInfo;
import io.retort.run.advice.HeadsAdvice;
import io.retort.run.database.AppliedRevision;
import io.retort.run.source.History;
import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the database of one unit to where the application needs it, and always says so in one line. */
public final class UnitStart {

    private static final Logger LOG = LoggerFactory.getLogger(UnitStart.class);

    private final Retort retort;
    private final UnitSettings settings;
    private final Surroundings around;
    private final String who;

    /**
     * What a start needs besides the unit.
     *
     * @param strategy the application's own way to start, if it has one
     * @param entities the names of its entity classes
     * @param later takes what is put off until the application is ready
     */
    public record Surroundings(@Nullable Consumer<Retort> strategy, Supplier<Set<String>> entities, AfterStart later) {}

    /** The start of a unit. */
    public UnitStart(RetortUnit unit, Surroundings around) {
        this.retort = unit.retort().with(new LoggedRuns());
        this.settings = unit.settings();
        this.around = around;
        this.who = settings.own() == null ? "Retort" : "Retort, unit " + settings.name();
    }

    /**
     * Does what the unit's mode says.
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

    /** What goes wrong in one of several units is told with its name. */
    private void beginNamed() {
        try {
            begin();
        } catch (RetortException failure) {
            throw new UnitWords(settings).of(failure);
        }
    }

    private void begin() {
        if (around.strategy() != null) {
            around.strategy().accept(retort);
        } else {
            start(retort.history());
        }
    }

    private void start(History history) {
        if (history.graph().size() == 0) {
            saysNothingWasFound();
            return;
        }
        history.graph().warnings().forEach(oddity -> LOG.warn("{}: {}", who, oddity.describe()));
        LOG.info("{}: {}", who, advised(history));
        if (settings.common().isAllowNewer()) {
            saysWhatIsNewer(retort.status());
        }
    }

    private void saysWhatIsNewer(Status status) {
        if (!status.unknown().isEmpty()) {
            LOG.warn(
                    "{}: the database is ahead of this application, and retort.allow-newer lets it start. Unknown: {}",
                    who,
                    status.unknown().stream().map(AppliedRevision::describe).collect(Collectors.joining(", ")));
        }
    }

    /** Of several heads it is said who changes what, and a target is typed as a property here. */
    private String advised(History history) {
        try {
            return done(history);
        } catch (InvalidHistoryException failure) {
            throw failure;
        } catch (RevisionException failure) {
            throw new HeadsAdvice(history).added(failure).typedAs("retort.target=");
        }
    }

    private String done(History history) {
        return switch (settings.mode()) {
            case UPGRADE -> upgrade(history);
            case WAIT ->
                awaited(new UpgradeWait(
                                settings.target(),
                                settings.common().getWait().getTimeout(),
                                settings.common().getWait().getInterval())
                        .await(retort));
            case VERIFY -> verified(retort.status());
            case OFF -> "off";
        };
    }

    private String upgrade(History history) {
        Deferral deferral = Deferral.of(history, retort, settings.target());
        deferral.later().forEach(target -> around.later().add(() -> LOG.info("{}: {}", who, to(target))));
        String done = deferral.now().stream().map(this::to).collect(Collectors.joining("; "));
        String putOff = deferral.later().isEmpty()
                ? ""
                : "to be upgraded to " + String.join(", ", deferral.later()) + " when the application is ready";
        return Stream.of(done, putOff).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    private String to(String target) {
        return sentence(retort.upgrade(target));
    }

    /** Asks the database too: one that has revisions was upgraded by an application that found some. */
    private void saysNothingWasFound() {
        retort.status();
        String locations = String.join(", ", settings.locations());
        int count = around.entities().get().size();
        if (settings.common().isFailWithoutRevisions() && count > 0) {
            throw new RetortException(
                    "The application has " + count + (count == 1 ? " entity" : " entities")
                            + ", and no revision was found in " + locations + ".",
                    "Write the first one with mvn migrate:revision, look whether the jar holds them, or set"
                            + " retort.locations. retort.fail-without-revisions=false starts without any.");
        }
        LOG.warn(
                "{}: no revision was found in {}, nothing to do. Write the first one with mvn migrate:revision{},"
                        + " or set {}",
                who,
                locations,
                settings.own() == null ? "" : " -Dunit=" + settings.name(),
                settings.property("locations"));
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
                + report.duration().toMillis() + " ms";
    }

    private String verified(Status status) {
        new Verification(retort, status, settings.target()).require();
        return at(status) + ", verified, nothing to do";
    }

    private String awaited(Status status) {
        return at(status) + ", another instance has upgraded it, nothing to do";
    }

    private String at(Status status) {
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
                .map(id -> id + " " + retort.graph().get(id).message())
                .collect(Collectors.joining(", "));
    }
}
