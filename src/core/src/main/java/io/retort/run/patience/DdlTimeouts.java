package io.retort.run.patience;

import io.retort.dialect.Sessions;
import io.retort.dialect.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long a statement may take others' time. Zero means what the database is set to.
 *
 * @param lockTimeout how long one statement waits for the locks of other sessions
 * @param statementTimeout how long one statement runs
 * @param retryFor how long a step is tried again whose statements waited in vain; zero for one try only
 */
public record DdlTimeouts(Duration lockTimeout, Duration statementTimeout, Duration retryFor) {

    /** Five seconds, as long as it takes, two minutes. */
    public static final DdlTimeouts STANDARD =
            new DdlTimeouts(Duration.ofSeconds(5), Duration.ZERO, Duration.ofMinutes(2));

    /** What a session is set to while it works. */
    public List<Setting> settings(Sessions sessions) {
        List<Setting> settings = new ArrayList<>();
        if (!lockTimeout.isZero()) {
            settings.addAll(sessions.lockTimeout(lockTimeout));
        }
        if (!statementTimeout.isZero()) {
            settings.addAll(sessions.statementTimeout(statementTimeout));
        }
        return settings;
    }

    /** All that the session of a run is set to, if the product can set it at once. */
    public Optional<Setting> ofRun(Sessions sessions) {
        return sessions.ofRun(lockTimeout, statementTimeout);
    }

    /** Seconds for JDBC's own query timeout, where the product has no setting; zero for none. */
    public int jdbcTimeout(Sessions sessions) {
        if (statementTimeout.isZero()
                || !sessions.statementTimeout(statementTimeout).isEmpty()) {
            return 0;
        }
        return Math.max(1, (int) statementTimeout.toSeconds());
    }
}
