package io.retort.run.patience;

import io.retort.run.session.OtherSession;
import java.time.Duration;
import java.util.List;

/**
 * A statement gave way to other sessions and is about to be tried again.
 *
 * @param statement its text
 * @param others who was in the way, as far as the database tells
 * @param tries how often it was tried
 * @param pause how long until the next try
 */
public record Retry(String statement, List<OtherSession> others, int tries, Duration pause) {

    public Retry {
        others = List.copyOf(others);
    }

    /** One line for people. */
    public String describe() {
        String who = others.isEmpty()
                ? ""
                : " In the way: "
                        + String.join(
                                "; ",
                                others.stream().map(OtherSession::describe).toList()) + ".";
        return "Another session has a lock that is needed; try " + (tries + 1) + " in " + pause.toMillis() + " ms."
                + who;
    }
}
