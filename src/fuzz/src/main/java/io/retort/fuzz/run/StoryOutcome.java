package io.retort.fuzz.run;

import java.util.List;

/**
 * The outcome of a story.
 *
 * @param end how the story ended
 * @param failures the failures that oracles detected; empty unless the story failed
 * @param note why the story was discarded; otherwise empty
 * @param flags the given answers, as options
 * @param statements the lines of the generated revision
 */
public record StoryOutcome(End end, List<Failure> failures, String note, List<String> flags, List<String> statements) {

    /** The ways in which a story can end. */
    public enum End {
        /** All oracles passed. */
        PASSED,
        /** The upgrade failed as a question announced, and all oracles passed until then. */
        FAILED_AS_ANNOUNCED,
        /** There was no difference between the two models. */
        NOTHING_TO_DO,
        /** Hibernate or the product does not support the model, regardless of Retort. */
        DISCARDED,
        /** An oracle detected a failure. */
        FAILED
    }

    public StoryOutcome {
        failures = List.copyOf(failures);
        flags = List.copyOf(flags);
        statements = List.copyOf(statements);
    }
}
