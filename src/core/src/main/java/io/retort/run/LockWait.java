package io.retort.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A wait for the migration lock.
 *
 * @param what what is waited for: {@code the lock on retort_revision}
 * @param others the lock holders; empty if the database does not report them
 * @param waited the time waited so far
 * @param timeout the maximum time
 */
public record LockWait(String what, List<OtherSession> others, Duration waited, Duration timeout) {

    public LockWait {
        others = List.copyOf(others);
    }

    /** Returns a description on one line. */
    public String describe() {
        return "Waiting for " + what + ", for " + OtherSession.seconds(waited) + " of at most "
                + OtherSession.seconds(timeout) + ". Held by: " + names() + ".";
    }

    /** Returns what to do to terminate the lock holder. */
    public String ending() {
        List<String> statements = new ArrayList<>();
        for (OtherSession other : others) {
            if (other.end() != null) {
                statements.add(other.end());
            }
        }
        return statements.isEmpty()
                ? "end that session or its process"
                : "end it (" + String.join("; ", statements) + ") or its process";
    }

    public String names() {
        return others.isEmpty()
                ? "a session that the database does not show to this user"
                : String.join("; ", others.stream().map(OtherSession::describe).toList());
    }
}
