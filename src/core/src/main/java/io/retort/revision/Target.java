package io.retort.revision;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A target as typed on the command line: {@code [branch@][anchor][+N|-N]}.
 *
 * <p>The anchor is {@code head}, {@code heads}, {@code base}, {@code current}, or the name of a revision: an id, a
 * branch label, or an abbreviation of one. Every text is a target: a text of no other form is a name.
 *
 * <table>
 * <caption>Examples</caption>
 * <tr><td>{@code head}</td><td>the only head of the history</td></tr>
 * <tr><td>{@code heads}</td><td>all heads</td></tr>
 * <tr><td>{@code base}</td><td>before the first revision</td></tr>
 * <tr><td>{@code ae10}</td><td>the revision whose id starts with ae10</td></tr>
 * <tr><td>{@code +2}, {@code -1}</td><td>relative to the current head of the database</td></tr>
 * <tr><td>{@code ae10-1}</td><td>relative to a revision</td></tr>
 * <tr><td>{@code billing@head}</td><td>the head of a branch</td></tr>
 * </table>
 *
 * @param text the whole text
 * @param branch the part before the first {@code @}; null if the target has no {@code @}
 * @param anchor where the steps start; null if they start from the current heads
 * @param steps the number of steps from the anchor, positive upwards; null if the anchor itself is meant
 */
public record Target(
        String text,
        @Nullable String branch,
        @Nullable String anchor,
        @Nullable Integer steps) {

    /** The only head. */
    public static final String HEAD = "head";
    /** All heads. */
    public static final String HEADS = "heads";
    /** Before the first revision. */
    public static final String BASE = "base";
    /** The current heads of the database. */
    public static final String CURRENT = "current";

    /** All forms, for messages. */
    public static final String FORMS =
            "head, heads, base, an id or the beginning of one, a label, +2, -1, ae10-1, label@head";

    private static final Pattern STEPPED = Pattern.compile("(.*?)([+-])(\\d+)");
    private static final int FARTHEST = 9;

    /** Parses a target. Never fails: a text of no other form is a name. */
    public static Target parse(String text) {
        int at = text.indexOf('@');
        String branch = at < 0 ? null : text.substring(0, at);
        String rest = text.substring(at + 1);
        Matcher stepped = STEPPED.matcher(rest);
        if (!stepped.matches()) {
            return new Target(text, branch, rest, null);
        }
        String anchor = stepped.group(1);
        int steps = distance(stepped.group(3)) * (stepped.group(2).equals("-") ? -1 : 1);
        return new Target(text, branch, anchor.isEmpty() ? null : anchor, steps);
    }

    /** Truncates huge numbers, which exceed every history anyway. */
    private static int distance(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > FARTHEST ? Integer.MAX_VALUE : Integer.parseInt(significant);
    }

    /**
     * Returns whether a target can name a revision or label: it is no keyword and contains no character of the target
     * syntax.
     */
    public static boolean canName(String name) {
        boolean word = name.equals(HEAD) || name.equals(HEADS) || name.equals(BASE) || name.equals(CURRENT);
        return !word && name.indexOf('@') < 0 && name.indexOf(':') < 0;
    }

    /** Returns the target with the steps as part of the name, for a label such as {@code v-2}. */
    public Target unstepped() {
        return new Target(text, branch, text.substring(text.indexOf('@') + 1), null);
    }

    /** Returns whether the target has steps. */
    public boolean isRelative() {
        return steps != null;
    }

    /** Returns whether the steps start from the current heads: {@code +2}, {@code billing@-1}. */
    public boolean isFromCurrent() {
        return steps != null && anchor == null;
    }

    /** Returns whether the target is this keyword, without steps. */
    public boolean is(String word) {
        return steps == null && word.equals(anchor);
    }

    /** Returns whether the target is the whole history: {@code head} or {@code heads}, without a branch. */
    public boolean isWholeHistory() {
        return branch == null && isHeadOrHeads();
    }

    /** Returns whether the target is {@code head} or {@code heads}, with or without a branch. */
    boolean isHeadOrHeads() {
        return is(HEAD) || is(HEADS);
    }

    /** Returns whether the target is head, heads or base, with or without a branch. */
    public boolean isWord() {
        return isHeadOrHeads() || is(BASE);
    }

    /**
     * Returns the anchor.
     *
     * @throws NullPointerException if the target has no anchor
     */
    public String name() {
        return Objects.requireNonNull(anchor, "'anchor' must not be null");
    }

    /** Returns the number of steps; 0 if the anchor itself is meant. */
    public int distance() {
        return steps == null ? 0 : steps;
    }

    /** Returns the anchor as a target of its own, with or without the branch. */
    public Target start(boolean withinBranch) {
        String within = withinBranch ? branch : null;
        return new Target(within == null ? name() : within + "@" + name(), within, name(), null);
    }

    @Override
    public String toString() {
        return text;
    }
}
