package io.retort.boot.autoconfigure;

import io.retort.Retort;
import io.retort.RunReport;
import io.retort.Status;
import io.retort.boot.autoconfigure.RetortProperties.Mode;
import io.retort.boot.autoconfigure.observe.LoggedRuns;
import io.retort.error.RetortException;
import io.retort.revision.RevisionInfo;
import java.util.Collection;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/** Brings the database to where the application needs it, before anything uses it, and always says so in one line. */
public final class RetortInitializer implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(RetortInitializer.class);

    private final Retort retort;
    private final RetortProperties properties;

    RetortInitializer(Retort retort, RetortProperties properties) {
        this.retort = retort.with(new LoggedRuns());
        this.properties = properties;
    }

    @Override
    public void afterPropertiesSet() {
        if (retort.graph().size() == 0) {
            LOG.warn(
                    "Retort: no revision was found in {}, nothing to do. Write the first one with mvn migrate:revision,"
                            + " or set retort.locations",
                    String.join(", ", properties.getLocations()));
        } else if (properties.getMode() == Mode.UPGRADE) {
            LOG.info("Retort: {}", sentence(retort.upgrade(properties.getTarget())));
        } else {
            LOG.info("Retort: {}", verified(retort.status()));
        }
    }

    private String sentence(RunReport report) {
        if (report.steps().isEmpty()) {
            return at(report.database(), report.after()) + ", nothing to do";
        }
        int count = report.steps().size();
        return report.database() + ": " + count + (count == 1 ? " revision" : " revisions") + " applied ("
                + from(report.before()) + " to " + to(report.after()) + ") in "
                + report.duration().toMillis() + " ms";
    }

    private String verified(Status status) {
        if (!status.upToDate()) {
            throw new RetortException(
                    status.database() + " is behind this application. Pending: "
                            + status.pending().stream()
                                    .map(RevisionInfo::describe)
                                    .collect(Collectors.joining(", "))
                            + ".",
                    "Upgrade it first: mvn migrate:upgrade, or RETORT_COMMAND=\"upgrade heads\" with this application's"
                            + " jar.");
        }
        return at(
                        status.database(),
                        status.currentHeads().stream().map(RevisionInfo::id).toList())
                + ", verified, nothing to do";
    }

    private String at(String database, Collection<String> heads) {
        String place =
                heads.stream().map(id -> retort.graph().get(id).describe()).collect(Collectors.joining(", "));
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
