package io.retort.internal.lint.rule;

import io.retort.lint.Finding.Level;
import io.retort.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A violation of a rule by an operation, without regard to the size of the table.
 *
 * @param rule the rule
 * @param level the level
 * @param table the table that it is about; null if unknown
 * @param effect what happens to the table while the statement runs
 * @param problem what happens, as sentences; empty if the effect says everything
 * @param safer code of a safer form, or a sentence; null without one
 */
public record Violation(
        Rule rule,
        Level level,
        @Nullable QualifiedName table,
        Effect effect,
        String problem,
        @Nullable String safer) {

    /** Creates a violation about waiting sessions. */
    public static Violation blocking(Rule rule, QualifiedName table, Effect effect, @Nullable String safer) {
        return new Violation(rule, rule.level(), table, effect, "", safer);
    }

    /** Creates a violation without an effect on other sessions while the statement runs. */
    public static Violation of(Rule rule, @Nullable QualifiedName table, String problem, @Nullable String safer) {
        return new Violation(rule, rule.level(), table, Effect.NONE, problem, safer);
    }

    /** Returns a copy with another level. */
    public Violation at(Level other) {
        return new Violation(rule, other, table, effect, problem, safer);
    }

    /** Returns a copy for a change of a type whose former type is unknown, so that it counts as a rewrite. */
    public Violation withUnknownType() {
        return saying("The former type of the column is unknown; this is the worst case.");
    }

    /** Returns a copy with a sentence before the description of the effect. */
    public Violation saying(String sentence) {
        return new Violation(rule, level, table, effect, sentence, safer);
    }
}
