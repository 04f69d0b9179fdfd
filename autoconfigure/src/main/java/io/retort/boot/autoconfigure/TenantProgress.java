package io.retort.boot.autoconfigure;

import io.retort.internal.text.Pace;
import io.retort.tenant.TenantResult;
import io.retort.tenant.TenantRun;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the number of finished tenants every ten seconds. A run of less than ten seconds logs nothing. */
final class TenantProgress implements TenantRun.Progress {

    private static final Logger LOG = LoggerFactory.getLogger(UnitStartup.class);
    private static final long TELL = Duration.ofSeconds(10).toNanos();

    private final String who;
    private final long begun = System.nanoTime();
    private long told = begun;
    private int failed;

    TenantProgress(String who) {
        this.who = who;
    }

    @Override
    public void done(TenantResult<?> result, int number, int total) {
        failed += result.failed() ? 1 : 0;
        if (System.nanoTime() - told >= TELL) {
            told = System.nanoTime();
            Pace pace = new Pace(number, total, Duration.ofNanos(told - begun));
            LOG.info("{}: {} of {} tenants are done, {} failed; {}", who, number, total, failed, pace.describe());
        }
    }
}
