package io.retort.lint;

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
     * @throws IllegalArgumentException if the rule or the reason is blank
     */
    public Waiver {
        if (rule.isBlank()) {
            throw new IllegalArgumentException("a waiver needs the id of a rule");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a waiver of the rule " + rule + " needs a reason");
        }
        rule = rule.strip();
        reason = reason.strip();
    }
}
