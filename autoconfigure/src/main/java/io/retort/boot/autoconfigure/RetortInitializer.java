package io.retort.boot.autoconfigure;

import io.retort.Retort;
import io.retort.RunReport;
import io.retort.Status;
import io.retort.boot.autoconfigure.observe.LoggedRuns;
import io.retort.boot.autoconfigure.start.AfterStart;
import io.retort.boot.autoconfigure.start.Deferral;
import io.retort.boot.autoconfigure.start.UpgradeWait;
import io.retort.boot.autoconfigure.start.Verification;
import io.retort.error.RetortException;
import io.retort.revision.InvalidHistoryException;
import io.retort.revision.RevisionException;
import io.retort.revision.RevisionInfo;
import io.retort.run.advice.HeadsAdvice;
import io.retort.run.database.AppliedRevision;
import io.retort.run.source.History;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/** Brings the database to where the application needs it, before anything uses it, and always says so in one line. */
public final class RetortInitializer implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(RetortInitializer.class);

    private final Retort retort;
    private final RetortProperties properties;
    private final Surroundings around;

    /**
     * What a start needs besides Retort.
     *
     * @param strategy the application's own way to start, if it has one
     * @param entities the names of its entity classes
     * @param later takes what is put off until the application is ready
     */
    record Surroundings(
            RetortProperties properties,
            @Nullable RetortStartStrategy strategy,
            Supplier<Set<String>> entities,
            AfterStart later) {}

    RetortInitializer(Retort retort, Surroundings around) {
        this.retort = retort.with(new LoggedRuns());
        this.properties = around.properties();
        this.around = around;
    }

    @Override
    public void afterPropertiesSet() {
        if (around.strategy() != null) {
            around.strategy().start(retort);
        } else {
            start(retort.history());
        }
    }

    private void start(History history) {
        if (history.graph().size() == 0) {
            saysNothingWasFound();
            return;
        }
        history.graph().warnings().forEach(oddity -> LOG.warn("Retort: {}", oddity.describe()));
        LOG.info("Retort: {}", advised(history));
        if (properties.isAllowNewer()) {
            saysWhatIsNewer(retort.status());
        }
    }

    private static void saysWhatIsNewer(Status status) {
        if (!status.unknown().isEmpty()) {
            LOG.warn(
                    "Retort: the database is ahead of this application, and retort.allow-newer lets it start. Unknown: {}",
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
        return switch (properties.getMode()) {
            case UPGRADE -> upgrade(history);
            case WAIT ->
                awaited(new UpgradeWait(
                                properties.getTarget(),
                                properties.getWait().getTimeout(),
                                properties.getWait().getInterval())
                        .await(retort));
            case VERIFY -> verified(retort.status());
            case OFF -> "retort.mode is off, nothing to do";
        };
    }

    private String upgrade(History history) {
        Deferral deferral = Deferral.of(history, retort, properties.getTarget());
        deferral.later().forEach(target -> around.later().add(() -> LOG.info("Retort: {}", to(target))));
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
        String locations = String.join(", ", properties.getLocations());
        int count = around.entities().get().size();
        if (properties.isFailWithoutRevisions() && count > 0) {
            throw new RetortException(
                    "The application has " + count + (count == 1 ? " entity" : " entities")
                            + ", and no revision was found in " + locations + ".",
                    "Write the first one with mvn migrate:revision, look whether the jar holds them, or set"
                            + " retort.locations. retort.fail-without-revisions=false starts without any.");
        }
        LOG.warn(
                "Retort: no revision was found in {}, nothing to do. Write the first one with mvn migrate:revision,"
                        + " or set retort.locations",
                locations);
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
        new Verification(retort, status, properties.getTarget()).require();
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
