package io.retort.run.lock;

import io.retort.run.session.OtherSession;
import java.time.Duration;
import java.util.ArrayList;
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

    /** What a person does to end the one in front. */
    String ending() {
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

    String names() {
        return others.isEmpty()
                ? "a session that the database does not show to this user"
                : String.join("; ", others.stream().map(OtherSession::describe).toList());
    }
}
