package io.retort.revision;

import io.retort.revision.InvalidHistoryException.HistoryDefect;
import io.retort.revision.InvalidHistoryException.HistoryDefect.Kind;
import java.util.ArrayList;
import java.util.List;

/** Checks ids and branch labels, so that they can be typed and stored in the history table. */
final class IdentifierRules {

    /** The size of the id column of the history table, in characters. */
    private static final int LONGEST = 128;

    /** The size of the parents column of the history table, in characters, including commas. */
    private static final int LONGEST_PARENTS = 1000;

    private final RevisionInfo revision;
    private final List<HistoryDefect> defects = new ArrayList<>();

    private IdentifierRules(RevisionInfo revision) {
        this.revision = revision;
    }

    static List<HistoryDefect> defectsOf(RevisionInfo revision) {
        IdentifierRules names = new IdentifierRules(revision);
        names.check("id", revision.id());
        for (String label : revision.labels()) {
            names.check("label", label);
        }
        if (String.join(",", revision.parents()).length() > LONGEST_PARENTS) {
            names.add("the " + revision.parents().size() + " parents of revision " + revision.id()
                    + " are longer than the history table can store (" + LONGEST_PARENTS + " characters)");
        }
        return names.defects;
    }

    private void check(String kind, String name) {
        if (name.isEmpty()) {
            add("a revision has an empty " + kind);
        } else if (name.length() > LONGEST) {
            add("the " + kind + " \"" + name.substring(0, 20) + "...\" has " + name.length() + " characters, and "
                    + LONGEST + " is the most");
        } else if (holdsUnusable(name)) {
            add("the " + kind + " \"" + name + "\" contains a blank, a comma or an invisible character");
        }
    }

    private static boolean holdsUnusable(String name) {
        return name.codePoints().anyMatch(IdentifierRules::isUnusable);
    }

    private static boolean isUnusable(int character) {
        return character == ','
                || Character.isWhitespace(character)
                || switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }

    private void add(String message) {
        defects.add(HistoryDefect.of(Kind.UNUSABLE_NAME, message, List.of(revision)));
    }
}
