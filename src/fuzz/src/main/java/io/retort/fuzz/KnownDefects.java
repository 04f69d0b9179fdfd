package io.retort.fuzz;

import io.retort.fuzz.run.Failure;
import io.retort.fuzz.run.Oracle;
import io.retort.fuzz.story.Story;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Known defects that are not fixed yet. A story that fails because of one is counted separately and does not fail the
 * build. Each defect has a story in {@code src/test/resources/known} and a test that it still fails. A fixed defect is
 * therefore noticed, and removed from this list.
 */
public final class KnownDefects {

    /**
     * A known defect.
     *
     * @param id its id, which is also the name of the story file
     * @param reason the description of the defect
     * @param products the products that are affected; empty for all
     * @param oracle the oracle that detects it
     * @param message the pattern to find in the message of the failure
     */
    public record Known(String id, String reason, Set<String> products, Oracle oracle, Pattern message) {

        boolean matches(Story story, Failure failure) {
            return (products.isEmpty() || products.contains(story.product()))
                    && oracle == failure.oracle()
                    && message.matcher(failure.message()).find();
        }
    }

    private static final List<Known> ALL = List.of(known(
            "enum-meaning",
            "stored ordinals mean other constants after a constant goes, comes or moves",
            Oracle.SAME_VALUES,
            "ENUM\\w* ORDINAL -> ENUM"));

    private KnownDefects() {}

    private static Known known(String id, String reason, Oracle oracle, String message) {
        return new Known(id, reason, Set.of(), oracle, Pattern.compile(message));
    }

    /** Returns all known defects. */
    public static List<Known> all() {
        return ALL;
    }

    /**
     * Returns the known defect that explains a failure; empty if there is none.
     *
     * @param story the story
     * @param failure its failure
     */
    public static Optional<Known> of(Story story, Failure failure) {
        return ALL.stream().filter(known -> known.matches(story, failure)).findFirst();
    }
}
