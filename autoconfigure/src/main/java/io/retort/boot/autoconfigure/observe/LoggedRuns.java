package io.retort.boot.autoconfigure.observe;

import io.retort.run.RunListener;
import io.retort.run.lock.LockWait;
import io.retort.run.patience.Retry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to the log what a run waits for, and what it found half done. A run that meets neither writes nothing. */
public final class LoggedRuns implements RunListener {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedRuns.class);

    @Override
    public void waiting(LockWait wait) {
        LOG.info("Retort: {}", wait.describe());
    }

    @Override
    public void retrying(Retry retry) {
        LOG.warn("Retort: {}", retry.describe());
    }

    @Override
    public void warning(String sentence) {
        LOG.warn("Retort: {}", sentence);
    }

    @Override
    public void progress(String text) {
        LOG.info("Retort: {}", text);
    }
}
