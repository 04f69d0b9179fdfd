package io.retort.run.lock;

import io.retort.run.session.OtherSession;
import java.time.Duration;
import java.util.List;

/**
 * Somebody else is in front of us.
 *
 * @param what what is waited for, in words: {@code the lock on retort_revision}
 * @param others who has it, as far as the database tells; empty if it does not
 * @param waited how long we have waited
 * @param timeout how long we wait at most
 */
public record LockWait(String what, List<OtherSession> others, Duration waited, Duration timeout) {

    public LockWait {
        others = List.copyOf(others);
    }

    /** One line for people. */
    public String describe() {
        return "Waiting for " + what + ", for " + OtherSession.seconds(waited) + " of at most "
                + OtherSession.seconds(timeout) + ". In front: " + names() + ".";
    }

    String names() {
        return others.isEmpty()
                ? "a session that the database does not show to this user"
                : String.join("; ", others.stream().map(OtherSession::describe).toList());
    }
}
