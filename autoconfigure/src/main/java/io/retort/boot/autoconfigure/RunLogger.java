package io.retort.boot.autoconfigure;

import io.retort.internal.log.PrintableLog;
import io.retort.internal.text.PrintableText;
import io.retort.run.RunListener;
import io.retort.run.RunListener.LockWait;
import io.retort.run.RunListener.Retry;

/**
 * Logs what a run waits for, its retries and its warnings. A run without any of these logs nothing here.
 *
 * @param who the prefix of each line, such as {@code Retort, unit billing}
 */
record RunLogger(String who) implements RunListener {

    private static final PrintableLog LOG = PrintableLog.of(RunLogger.class);

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

    /** Spring Boot's shutdown hook, which runs at the same time, ends logging. */
    @Override
    public void exiting(String sentence) {
        System.err.println(PrintableText.line(who + ": " + sentence));
    }

    @Override
    public void progress(String text) {
        LOG.info("{}: {}", who, text);
    }
}
