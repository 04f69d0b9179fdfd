package io.retort.revision;

import io.retort.revision.Defect.Kind;
import java.util.ArrayList;
import java.util.List;

/** What ids and labels must be, so that a person can type them and the table of revisions can keep them. */
final class Names {

    /** As many characters as the table of revisions keeps of an id. */
    private static final int LONGEST = 128;

    /** As many as it keeps of all parents together, with the commas between them. */
    private static final int LONGEST_PARENTS = 1000;

    private final RevisionInfo revision;
    private final List<Defect> defects = new ArrayList<>();

    private Names(RevisionInfo revision) {
        this.revision = revision;
    }

    static List<Defect> defectsOf(RevisionInfo revision) {
        Names names = new Names(revision);
        names.check("id", revision.id());
        for (String label : revision.labels()) {
            names.check("label", label);
        }
        if (String.join(",", revision.parents()).length() > LONGEST_PARENTS) {
            names.add("the " + revision.parents().size() + " parents of revision " + revision.id()
                    + " are more than the table of revisions can keep (" + LONGEST_PARENTS + " characters)");
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
            add("the " + kind + " \"" + name + "\" holds a blank, a comma or a sign that cannot be seen");
        }
    }

    private static boolean holdsUnusable(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (isUnusable(name.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnusable(int character) {
        return character == ',' || Character.isWhitespace(character) || Character.isISOControl(character);
    }

    private void add(String message) {
        defects.add(Defect.of(Kind.UNUSABLE_NAME, message, List.of(revision)));
    }
}
