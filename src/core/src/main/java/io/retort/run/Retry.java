package io.retort.run;

import io.retort.internal.text.HumanDuration;
import java.time.Duration;
import java.util.List;

/**
 * The retry of a statement that failed with a lock timeout.
 *
 * @param statement the statement's text
 * @param others the sessions that hold the lock; empty if the database does not report them
 * @param tries the number of attempts so far
 * @param pause the time until the next attempt
 */
public record Retry(String statement, List<OtherSession> others, int tries, Duration pause) {

    public Retry {
        others = List.copyOf(others);
    }

    /** Returns a description on one line. */
    public String describe() {
        String who = others.isEmpty()
                ? ""
                : " Blocked by: "
                        + String.join(
                                "; ",
                                others.stream().map(OtherSession::describe).toList()) + ".";
        return "Another session holds a lock that the statement needs. Attempt " + (tries + 1) + " starts in "
                + HumanDuration.of(pause) + "." + who;
    }
}
