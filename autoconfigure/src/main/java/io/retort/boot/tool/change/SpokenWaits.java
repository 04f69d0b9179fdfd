package io.retort.boot.tool.change;

import io.retort.run.RunListener;
import io.retort.run.lock.LockWait;
import io.retort.run.patience.Retry;
import java.io.PrintStream;

/** Says only whom a run waits for: what must be known even where nothing else is said. */
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
