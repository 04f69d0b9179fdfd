package io.retort.lint;

import org.jspecify.annotations.Nullable;

/**
 * The statement of a revision that a finding of one rule is accepted. Not part of the checksum.
 *
 * @param rule the id of the rule, for example {@code drop-column}
 * @param reason why the finding is accepted; not blank
 */
public record Waiver(String rule, String reason) {

    /**
     * Checks the reason.
     *
     * @throws IllegalArgumentException if the rule or the reason is null or blank
     */
    public Waiver {
        if (isBlank(rule)) {
            throw new IllegalArgumentException("a waiver needs the id of a rule");
        }
        if (isBlank(reason)) {
            throw new IllegalArgumentException("a waiver of the rule " + rule + " needs a reason");
        }
        rule = rule.strip();
        reason = reason.strip();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
