package io.retort.boot.autoconfigure.properties;

import io.retort.run.DdlTimeouts;
import java.time.Duration;

/** Timeouts and retries of the statements that Retort runs: {@code retort.ddl.*}. */
public class DdlProperties {

    /** How long a statement waits for locks held by other sessions. 0 keeps the database's own setting. */
    private Duration lockTimeout = DdlTimeouts.STANDARD.lockTimeout();

    /** How long a statement can run. 0 keeps the database's own setting. */
    private Duration statementTimeout = DdlTimeouts.STANDARD.statementTimeout();

    /** How long a step is retried after one of its statements timed out waiting for a lock. 0 tries once. */
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
