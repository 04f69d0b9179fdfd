package io.retort.boot.autoconfigure.properties;

import io.retort.RetortOptions;
import java.time.Duration;

/** Settings of the migration lock: {@code retort.lock.*}. */
public class LockProperties {

    /** How long a run waits for the migration lock while another run on the same database holds it. */
    private Duration timeout = RetortOptions.STANDARD.lockTimeout();

    public Duration getTimeout() {
        return timeout;
    }

    public void setTimeout(Duration timeout) {
        this.timeout = timeout;
    }
}
