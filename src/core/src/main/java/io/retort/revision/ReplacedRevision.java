package io.retort.revision;

import io.retort.error.FailureLocation;
import io.retort.error.RetortException;
import io.retort.internal.text.PrintableText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A revision that a squash replaces.
 *
 * @param id the id
 * @param replaces the revisions that it replaces itself, if it is a squash whose file may no longer exist
 */
public record ReplacedRevision(String id, List<ReplacedRevision> replaces) {

    public ReplacedRevision {
        replaces = List.copyOf(replaces);
    }

    /**
     * Parses the entries of {@code replaces}. An entry is an id, or the id of a squash with the revisions that it
     * replaces: {@code 5c1e(a1b2 c3d4)}.
     *
     * @param entries the entries
     * @param location the class or file of the revision, for messages
     * @throws RetortException if an entry is not valid
     */
    public static List<ReplacedRevision> parse(List<String> entries, String location) {
        if (entries.isEmpty()) {
            return List.of();
        }
        List<ReplacedRevision> parsed = new ArrayList<>(entries.size());
        for (String entry : entries) {
            parsed.addAll(new Reader(entry, location).all());
        }
        return parsed;
    }

    /** Returns the entry as it is written in a revision file. */
    public String text() {
        return replaces.isEmpty()
                ? id
                : id + replaces.stream().map(ReplacedRevision::text).collect(Collectors.joining(" ", "(", ")"));
    }

    /** Returns its id and those of the revisions that it replaces. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        collect(ids);
        return ids;
    }

    private void collect(List<String> ids) {
        ids.add(id);
        for (ReplacedRevision replaced : replaces) {
            replaced.collect(ids);
        }
    }

    /** Returns whether some revisions contain it, or all revisions that it replaces. */
    boolean isIn(Collection<String> revisions) {
        if (revisions.contains(id)) {
            return true;
        }
        for (ReplacedRevision replaced : replaces) {
            if (!replaced.isIn(revisions)) {
                return false;
            }
        }
        return !replaces.isEmpty();
    }

    /** Reads one entry. */
    private static final class Reader {

        private final String text;
        private final String location;
        private int at;

        Reader(String text, String location) {
            this.text = text;
            this.location = location;
        }

        List<ReplacedRevision> all() {
            List<ReplacedRevision> read = list();
            if (read.isEmpty() || at < text.length()) {
                throw wrong();
            }
            return read;
        }

        private List<ReplacedRevision> list() {
            List<ReplacedRevision> read = new ArrayList<>();
            skipSpace();
            while (at < text.length() && text.charAt(at) != ')') {
                read.add(one());
                skipSpace();
            }
            return read;
        }

        private ReplacedRevision one() {
            int begin = at;
            while (at < text.length() && !isSpace() && "()".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String id = text.substring(begin, at);
            if (id.isEmpty()) {
                throw wrong();
            }
            if (at == text.length() || text.charAt(at) != '(') {
                return new ReplacedRevision(id, List.of());
            }
            at++;
            List<ReplacedRevision> replaced = list();
            if (replaced.isEmpty() || at == text.length()) {
                throw wrong();
            }
            at++;
            return new ReplacedRevision(id, replaced);
        }

        private void skipSpace() {
            while (at < text.length() && isSpace()) {
                at++;
            }
        }

        private boolean isSpace() {
            return Character.isWhitespace(text.charAt(at));
        }

        private RetortException wrong() {
            return new RetortException(
                            "The revision in " + location + " replaces \"" + PrintableText.joined(text)
                                    + "\", which is not the id of a revision.",
                            "Write the ids of the replaced revisions. For a replaced squash, write the revisions that it"
                                    + " replaces after its id: 5c1e(a1b2 c3d4).")
                    .at(FailureLocation.inFile(location, 0));
        }
    }
}
