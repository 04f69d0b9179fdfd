package io.retort.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One finding of a lint rule about one operation of a revision.
 *
 * @param rule the id of the rule, for example {@code index-blocks-writes}
 * @param level how serious it is
 * @param revision the id of the revision
 * @param location the file or class of the revision
 * @param operation the number of the operation in its upgrade, from 1
 * @param line the line of an SQL file; 0 if unknown
 * @param change a description of the operation
 * @param problem what happens, and for how long, in sentences
 * @param safer code of a safer form, or a sentence; null without one
 * @param waiver the code that accepts the finding; empty if a waiver is not possible
 */
public record Finding(
        String rule,
        Level level,
        String revision,
        String location,
        int operation,
        int line,
        String change,
        String problem,
        @Nullable String safer,
        String waiver) {

    /** How serious a finding is. */
    public enum Level {
        /** The change stops a running application, fails, or loses data. */
        ERROR,
        /** The change can disturb a running application. */
        WARNING,
        /** Worth knowing; nothing is stopped. */
        INFO
    }

    /** Returns whether the finding is an error. */
    public boolean isError() {
        return level == Level.ERROR;
    }

    /** Returns the location with the line or the number of the operation, as messages show it. */
    public String place() {
        return location + (line > 0 ? ":" + line : ", operation " + operation);
    }

    /** Returns the finding as lines of text: where it is, what happens, the safer form, and how to accept it. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(place() + ": " + change + "  [" + rule + ", " + level.name().toLowerCase(Locale.ROOT) + "]");
        lines.add("  " + problem);
        if (safer != null) {
            add(lines, "Safer", safer);
        }
        if (!waiver.isEmpty()) {
            add(lines, "To accept it", waiver);
        }
        return lines;
    }

    private static void add(List<String> lines, String label, String text) {
        if (text.lines().count() == 1) {
            lines.add("  " + label + ": " + text);
        } else {
            lines.add("  " + label + ":");
            text.lines().map(line -> "    " + line).forEach(lines::add);
        }
    }

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
}
