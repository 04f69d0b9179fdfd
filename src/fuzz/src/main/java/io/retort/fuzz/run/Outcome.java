package io.retort.fuzz.run;

import java.util.List;

/**
 * How a story ended.
 *
 * @param end in which way
 * @param failures what the oracles found; empty unless it failed
 * @param note why it was discarded, in words
 * @param flags the answers that were given, as flags
 * @param statements what was written
 */
public record Outcome(End end, List<Failure> failures, String note, List<String> flags, List<String> statements) {

    /** The ways to end. */
    public enum End {
        /** Everything held. */
        PASSED,
        /** The revision failed as a question had announced, and everything held until then. */
        FAILED_AS_ANNOUNCED,
        /** Nothing was different between the two models. */
        NOTHING_TO_DO,
        /** Hibernate or the product cannot do what the model asks for, with or without us. */
        DISCARDED,
        /** An oracle found something. */
        FAILED
    }

    public Outcome {
        failures = List.copyOf(failures);
        flags = List.copyOf(flags);
        statements = List.copyOf(statements);
    }
}
