package io.retort.boot.autoconfigure.properties;

import io.retort.RetortOptions;
import java.time.Duration;

/** How runs wait for each other. */
public class LockProperties {

    /** How long a run waits for another run on the same database to end. */
    private Duration timeout = RetortOptions.STANDARD.lockTimeout();

    public Duration getTimeout() {
        return timeout;
    }

    public void setTimeout(Duration timeout) {
        this.timeout = timeout;
    }
}
