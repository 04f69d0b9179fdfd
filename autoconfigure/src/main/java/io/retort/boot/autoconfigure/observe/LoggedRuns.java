package io.retort.boot.autoconfigure.observe;

import io.retort.run.RunListener;
import io.retort.run.lock.LockWait;
import io.retort.run.patience.Retry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what a run waits for, its retries and its warnings. A run without any of these logs nothing here.
 *
 * @param who the prefix of each line, such as {@code Retort, unit billing}
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
