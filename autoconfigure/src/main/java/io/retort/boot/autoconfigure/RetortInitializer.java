package io.retort.boot.autoconfigure;

import io.retort.Retort;
import io.retort.RunReport;
import io.retort.Status;
import io.retort.boot.autoconfigure.RetortProperties.Mode;
import io.retort.error.RetortException;
import io.retort.revision.RevisionInfo;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/** Brings the database to where the application needs it, before anything uses it, and says so in one line. */
public final class RetortInitializer implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(RetortInitializer.class);

    private final Retort retort;
    private final Mode mode;
    private final String target;

    RetortInitializer(Retort retort, Mode mode, String target) {
        this.retort = retort;
        this.mode = mode;
        this.target = target;
    }

    @Override
    public void afterPropertiesSet() {
        if (retort.graph().size() == 0) {
            LOG.info("Nothing to do: the application has no revisions yet");
        } else if (mode == Mode.UPGRADE) {
            LOG.info("{}", sentence(retort.upgrade(target)));
        } else if (mode == Mode.VERIFY) {
            verify(retort.status());
        }
    }

    private static String sentence(RunReport report) {
        if (report.steps().isEmpty()) {
            return "Nothing to do: " + report.database() + " is at " + names(report.after());
        }
        int count = report.steps().size();
        return "Upgraded " + report.database() + " from " + names(report.before()) + " to " + names(report.after())
                + ": " + count + (count == 1 ? " revision" : " revisions") + " in "
                + report.duration().toMillis() + " ms";
    }

    private static void verify(Status status) {
        if (!status.upToDate()) {
            throw new RetortException(
                    status.database() + " is behind this application. Pending: "
                            + status.pending().stream()
                                    .map(RevisionInfo::describe)
                                    .collect(Collectors.joining(", "))
                            + ".",
                    "Upgrade it first: mvn migrate:upgrade, or RETORT_COMMAND=\"upgrade head\" with this application's"
                            + " jar.");
        }
        LOG.info("Verified: {} has every revision of this application", status.database());
    }

    private static String names(List<String> heads) {
        return heads.isEmpty() ? "base" : String.join(", ", heads);
    }
}
