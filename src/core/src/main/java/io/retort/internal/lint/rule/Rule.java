package io.retort.internal.lint.rule;

import io.retort.lint.Finding.Level;

/**
 * A rule.
 *
 * @param id its id, unique among the rules of a product: {@code index-blocks-writes}
 * @param level the level of its findings, unless a finding has another one
 * @param hazard what it protects
 * @param summary the changes that it is about, and what they do, for documentation
 * @param remedy the safer form, for documentation; empty without one
 */
public record Rule(String id, Level level, Hazard hazard, String summary, String remedy) {

    /** What a rule protects. It decides for which tables a finding does not matter. */
    public enum Hazard {
        /** Other sessions wait: no matter for tables that are new, empty or small. */
        LOCK,
        /** The statement fails, or stores wrong values, because of rows: no matter for tables that are new or empty. */
        ROWS,
        /** Values are lost: no matter for tables that are new or empty. */
        LOSS,
        /** The older release fails: no matter for tables that are new. */
        OLDER_RELEASE,
        /** The JDBC driver fails: no matter for tables that are new. */
        DRIVER,
        /** Something could not be judged. */
        UNJUDGED
    }
}
