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

    private static final List<Known> ALL = List.of(
            known(
                    "hand-made",
                    "indexes, checks, defaults and comments that a person made are dropped without a question",
                    Oracle.HAND_MADE_STAYS,
                    "^(INDEX|UNIQUE_INDEX|CHECK|DEFAULT|COLUMN_COMMENT) made by hand"),
            new Known(
                    "hsqldb-view",
                    "a view that a person made disappears although its table and its columns stay",
                    Set.of("hsqldb"),
                    Oracle.HAND_MADE_STAYS,
                    Pattern.compile("^VIEW made by hand")),
            known(
                    "fraction",
                    "a timestamp loses fractional seconds without a question",
                    Oracle.SAME_VALUES,
                    "(DATE_TIME|INSTANT|OLD_DATE|OFFSET_DATE_TIME|ZONED_DATE_TIME)\\S* -> "
                            + "(DATE_TIME|INSTANT|OLD_DATE|OFFSET_DATE_TIME|ZONED_DATE_TIME)"),
            known(
                    "fraction-back",
                    "fractional seconds that were lost do not come back",
                    Oracle.SAME_VALUES_BACK,
                    "(DATE_TIME|INSTANT|OLD_DATE|OFFSET_DATE_TIME|ZONED_DATE_TIME)"),
            known(
                    "not-null-back",
                    "the downgrade cannot bring a required column back into a table with rows",
                    Oracle.NO_SURPRISE,
                    "(?is)the downgrade fails.*(NULL not allowed|contains null values|NOT NULL|violates not-null|"
                            + "cannot be null|check constraint violation)"),
            known(
                    "enum-storage",
                    "an enum that is stored in another way fails or gives rows other constants",
                    Oracle.NO_SURPRISE,
                    "(?is)the (upgrade|downgrade) fails.*(check constraint violat|enum \\(|value not permitted|"
                            + "Data conversion)"),
            known(
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
