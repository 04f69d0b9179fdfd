package io.retort.boot.tool.change;

import io.retort.run.RunListener;
import io.retort.run.lock.LockWait;
import io.retort.run.patience.Retry;
import java.io.PrintStream;

/**
 * Prints lock waits, retries and warnings only, for runs whose progress is not printed, such as those with JSON output.
 *
 * @param talk receives the messages
 */
public record SpokenWaits(PrintStream talk) implements RunListener {

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
