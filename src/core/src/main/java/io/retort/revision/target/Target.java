package io.retort.revision.target;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in the history as it was typed: {@code [branch@][anchor][+N|-N]}.
 *
 * <p>The anchor is one of the words {@code head}, {@code heads}, {@code base}, {@code current}, or the name of a
 * revision: an id, a label, or the beginning of either. Every text is a target: what fits no other form is a name,
 * and a name with {@code @} or {@code +} in it will not be found.
 *
 * @param text the whole text as it was typed
 * @param branch what stands before the first {@code @}, or null without one
 * @param anchor what the steps are counted from, or null when they are counted from the current heads
 * @param steps how far to go from the anchor, up when positive, or null when the anchor itself is meant
 */
public record Target(
        String text,
        @Nullable String branch,
        @Nullable String anchor,
        @Nullable Integer steps) {

    public static final String HEAD = "head";
    public static final String HEADS = "heads";
    public static final String BASE = "base";
    public static final String CURRENT = "current";

    /** All forms, for messages. */
    public static final String FORMS =
            "head, heads, base, an id or the beginning of one, a label, +2, -1, ae10-1, label@head";

    private static final Pattern STEPPED = Pattern.compile("(.*?)([+-])(\\d+)");
    private static final int FARTHEST = 9;

    /** Takes a text apart. Never fails: a text of no other form is a name. */
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

    /** No history is a thousand million revisions long, so a longer number may be cut without changing an answer. */
    private static int distance(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > FARTHEST ? Integer.MAX_VALUE : Integer.parseInt(significant);
    }

    /** Whether a revision or label of this name can be reached: no word of the grammar, and no sign that cuts it. */
    public static boolean canName(String name) {
        boolean word = name.equals(HEAD) || name.equals(HEADS) || name.equals(BASE) || name.equals(CURRENT);
        return !word && name.indexOf('@') < 0 && name.indexOf(':') < 0;
    }

    /** The same place with the steps read as a part of the name, for a label such as {@code v-2}. */
    public Target unstepped() {
        return new Target(text, branch, text.substring(text.indexOf('@') + 1), null);
    }

    public boolean isRelative() {
        return steps != null;
    }

    /** Whether the steps are counted from the current heads: {@code +2}, {@code billing@-1}. */
    public boolean isFromCurrent() {
        return steps != null && anchor == null;
    }

    /** Whether the anchor itself is meant, and it is this word. */
    public boolean is(String word) {
        return steps == null && word.equals(anchor);
    }

    /** Whether one of the words head, heads and base is meant, on a branch or not. */
    public boolean isWord() {
        return is(HEAD) || is(HEADS) || is(BASE);
    }

    /** The anchor where one is known to be there. */
    public String name() {
        return Objects.requireNonNull(anchor, "'anchor' must not be null");
    }

    /** How far to go; 0 when the anchor itself is meant. */
    public int distance() {
        return steps == null ? 0 : steps;
    }

    /** The anchor as a target of its own, within the branch or without. */
    public Target start(boolean withinBranch) {
        String within = withinBranch ? branch : null;
        return new Target(within == null ? name() : within + "@" + name(), within, name(), null);
    }

    @Override
    public String toString() {
        return text;
    }
}
