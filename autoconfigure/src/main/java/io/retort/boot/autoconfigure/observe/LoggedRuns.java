package io.retort.boot.autoconfigure.observe;

import io.retort.run.RunListener;
import io.retort.run.lock.LockWait;
import io.retort.run.patience.Retry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to the log what a run waits for, and what it found half done. A run that meets neither writes nothing.
 *
 * @param who begins each line
 */
public record LoggedRuns(String who) implements RunListener {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedRuns.class);

    @Override
    public void waiting(LockWait wait) {
        LOG.info("{}: {}", who, wait.describe());
    }

    @Override
    public void retrying(Retry retry) {
        LOG.warn("{}: {}", who, retry.describe());
    }

    @Override
    public void warning(String sentence) {
        LOG.warn("{}: {}", who, sentence);
    }

    @Override
    public void progress(String text) {
        LOG.info("{}: {}", who, text);
    }
}
