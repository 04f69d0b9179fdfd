package io.retort.boot.command;

import io.retort.run.RunListener;
import io.retort.run.RunListener.LockWait;
import io.retort.run.RunListener.Retry;
import java.io.PrintStream;

/**
 * Prints lock waits, retries and warnings only, for runs whose progress is not printed, such as those with JSON output.
 */
final class ConsoleLockWaits implements RunListener {

    private final PrintStream talk;

    /**
     * @param talk receives the messages
     */
    ConsoleLockWaits(PrintStream talk) {
        this.talk = talk;
    }

    @Override
    public void waiting(LockWait wait) {
        talk.println(wait.describe());
    }

    @Override
    public void retrying(Retry retry) {
        talk.println(retry.describe());
    }

    @Override
    public void warning(String sentence) {
        talk.println(sentence);
    }
}
