package io.retort.boot.autoconfigure.properties;

import java.time.Duration;

/** Settings of {@code retort.mode=wait}: {@code retort.wait.*}. */
public class WaitProperties {

    /** How long to wait for another instance to upgrade the database, before the application start fails. */
    private Duration timeout = Duration.ofMinutes(5);

    /** How long to wait between two checks of the database. */
    private Duration interval = Duration.ofSeconds(2);

    public Duration getTimeout() {
        return timeout;
    }

    public void setTimeout(Duration timeout) {
        this.timeout = timeout;
    }

    public Duration getInterval() {
        return interval;
    }

    public void setInterval(Duration interval) {
        this.interval = interval;
    }
}
