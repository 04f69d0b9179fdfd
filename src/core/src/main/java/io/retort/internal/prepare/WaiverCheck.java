package io.retort.internal.prepare;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.text.NameSuggestions;
import io.retort.lint.Finding.Waiver;
import java.util.List;
import java.util.Set;

/** Refuses waivers of rules that do not exist on any product. */
final class WaiverCheck {

    private WaiverCheck() {}

    /**
     * Refuses a waiver with an unknown rule.
     *
     * @param title the revision, as the subject of a sentence
     */
    static void refuseUnknown(Waiver waiver, String title) {
        Set<String> known = Dialects.ruleIds();
        if (!known.contains(waiver.rule())) {
            throw new RetortException(
                    title + " allows findings of the rule \"" + waiver.rule() + "\", which does not exist. Nothing was"
                            + " run.",
                    suggestion(waiver.rule(), known));
        }
    }

    private static Advice suggestion(String rule, Set<String> known) {
        List<String> near = NameSuggestions.to(rule, known);
        return Advice.of(
                near.isEmpty()
                        ? "The rules are: " + String.join(", ", known) + "."
                        : "Did you mean " + String.join(" or ", near) + "?");
    }
}
