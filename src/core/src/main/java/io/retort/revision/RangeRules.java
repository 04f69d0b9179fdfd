package io.retort.revision;

import io.retort.error.Advice;
import io.retort.revision.RevisionException.Reason;
import java.util.List;

/** Parses ranges and refuses them where they are not allowed. */
final class RangeRules {

    private RangeRules() {}

    /** Parses a range. */
    static TargetRange read(String text) {
        return TargetRange.parse(text).orElseThrow(() -> bad(text, "one colon is needed"));
    }

    /** Parses the range of a script, which needs both ends. */
    static TargetRange ofScript(String text) {
        TargetRange range = read(text);
        if (range.from().isEmpty() || range.to().isEmpty()) {
            throw bad(text, "a script needs both its ends");
        }
        return range;
    }

    static void refuse(String target) {
        if (TargetRange.looksLike(target)) {
            throw new RevisionException(
                    Reason.RANGE_NOT_ALLOWED,
                    "\"" + target + "\" is a range, but the start is always the current state of the database.",
                    Advice.of("Name the end only, or write a script: `", Advice.option("sql"), "`."),
                    List.of());
        }
    }

    static RevisionException required(String target) {
        return new RevisionException(
                Reason.RANGE_REQUIRED,
                "Cannot downgrade to \"" + target + "\" in a script: the start is missing.",
                Advice.of("Give the start: `", Advice.target("<from>:" + target), "`."),
                List.of());
    }

    static RevisionException bad(String text, String why) {
        return new RevisionException(
                Reason.BAD_RANGE,
                "Cannot read the range \"" + text + "\": " + why + ".",
                "Write `<start>:<end>`, as in `base:head` or `ae10:current`.",
                List.of());
    }
}
