package io.retort.boot.autoconfigure;

import io.retort.internal.text.PrintableText;
import io.retort.run.RunListener;
import io.retort.run.RunListener.LockWait;
import io.retort.run.RunListener.Retry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs what a run waits for, its retries and its warnings. A run without any of these logs nothing here.
 *
 * @param who the prefix of each line, such as {@code Retort, unit billing}
 */
record RunLogger(String who) implements RunListener {

    private static final Logger LOG = LoggerFactory.getLogger(RunLogger.class);

    @Override
    public void waiting(LockWait wait) {
        LOG.info("{}: {}", who, PrintableText.of(wait.describe()));
    }

    @Override
    public void retrying(Retry retry) {
        LOG.warn("{}: {}", who, PrintableText.of(retry.describe()));
    }

    @Override
    public void warning(String sentence) {
        LOG.warn("{}: {}", who, PrintableText.of(sentence));
    }

    @Override
    public void progress(String text) {
        LOG.info("{}: {}", who, PrintableText.of(text));
    }
}
