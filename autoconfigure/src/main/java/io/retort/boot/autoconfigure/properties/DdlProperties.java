package io.retort.boot.autoconfigure.properties;

import io.retort.run.patience.DdlTimeouts;
import java.time.Duration;

/** How statements wait for the application's locks. */
public class DdlProperties {

    /** How long one statement waits for locks of other sessions; 0 for what the database is set to. */
    private Duration lockTimeout = DdlTimeouts.STANDARD.lockTimeout();

    /** How long one statement runs; 0 for what the database is set to. */
    private Duration statementTimeout = DdlTimeouts.STANDARD.statementTimeout();

    /** How long a step is tried again whose statements waited for locks in vain. */
    private Duration retryFor = DdlTimeouts.STANDARD.retryFor();

    public Duration getLockTimeout() {
        return lockTimeout;
    }

    public void setLockTimeout(Duration lockTimeout) {
        this.lockTimeout = lockTimeout;
    }

    public Duration getStatementTimeout() {
        return statementTimeout;
    }

    public void setStatementTimeout(Duration statementTimeout) {
        this.statementTimeout = statementTimeout;
    }

    public Duration getRetryFor() {
        return retryFor;
    }

    public void setRetryFor(Duration retryFor) {
        this.retryFor = retryFor;
    }
}
