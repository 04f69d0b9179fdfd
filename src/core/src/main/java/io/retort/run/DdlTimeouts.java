package io.retort.run;

import io.retort.dialect.SessionSupport;
import io.retort.dialect.SessionSupport.SessionSetting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The timeouts and retries of the statements of a migration.
 *
 * @param lockTimeout how long a statement waits for locks of other sessions; zero for the database's own setting
 * @param statementTimeout how long a statement may run; zero for the database's own setting
 * @param retryFor how long a statement is retried after lock timeouts; zero for no retry
 */
public record DdlTimeouts(Duration lockTimeout, Duration statementTimeout, Duration retryFor) {

    /** The defaults: 5 seconds for locks, no limit for statements, 2 minutes of retries. */
    public static final DdlTimeouts STANDARD =
            new DdlTimeouts(Duration.ofSeconds(5), Duration.ZERO, Duration.ofMinutes(2));

    /** Returns the session settings during a run. */
    public List<SessionSetting> settings(SessionSupport sessions) {
        List<SessionSetting> settings = new ArrayList<>();
        if (!lockTimeout.isZero()) {
            settings.addAll(sessions.lockTimeout(lockTimeout));
        }
        if (!statementTimeout.isZero()) {
            settings.addAll(sessions.statementTimeout(statementTimeout));
        }
        return settings;
    }

    /** Returns all session settings during a run as one; empty if the product needs a statement for each of them. */
    public Optional<SessionSetting> ofRun(SessionSupport sessions) {
        return sessions.ofRun(lockTimeout, statementTimeout);
    }

    /** Returns the JDBC query timeout in seconds, for products without a setting for it; zero for no limit. */
    public int jdbcTimeout(SessionSupport sessions) {
        if (statementTimeout.isZero()
                || !sessions.statementTimeout(statementTimeout).isEmpty()) {
            return 0;
        }
        return Math.max(1, (int) statementTimeout.toSeconds());
    }
}
