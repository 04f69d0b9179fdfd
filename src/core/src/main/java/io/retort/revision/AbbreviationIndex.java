package io.retort.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ids and branch labels of a history, and their abbreviations. They are sorted on the first lookup of an
 * abbreviation. Sorting dominates the time for a long history, and a start without pending revisions does not need it.
 */
final class AbbreviationIndex {

    /** Names of up to three characters cannot be abbreviated. */
    private static final int SHORT = 3;

    private final Map<String, Integer> ids;
    private final Map<String, Integer> labels;
    private volatile String @Nullable [] sorted;

    AbbreviationIndex(Map<String, Integer> ids, Map<String, Integer> labels) {
        this.ids = ids;
        this.labels = labels;
    }

    /** Returns the index of the revision with this id or label; null if it does not exist. */
    @Nullable
    Integer index(String name) {
        Integer index = ids.get(name);
        return index == null ? labels.get(name) : index;
    }

    Set<String> all() {
        return new LinkedHashSet<>(Arrays.asList(sorted()));
    }

    /** Returns the names that start with a text, sorted. */
    List<String> from(String text) {
        List<String> found = new ArrayList<>();
        String[] names = sorted();
        for (int i = first(names, text); !text.isEmpty() && i < names.length && names[i].startsWith(text); i++) {
            if (names[i].length() > SHORT) {
                found.add(names[i]);
            }
        }
        return found;
    }

    /** Returns whether any name starts with a text, including names too short to be abbreviated. */
    boolean anyFrom(String text) {
        String[] names = sorted();
        int at = first(names, text);
        return !text.isEmpty() && at < names.length && names[at].startsWith(text);
    }

    private static int first(String[] names, String text) {
        int at = Arrays.binarySearch(names, text);
        return at < 0 ? -at - 1 : at;
    }

    private String[] sorted() {
        String[] names = sorted;
        if (names == null) {
            names = Stream.concat(ids.keySet().stream(), labels.keySet().stream())
                    .sorted()
                    .toArray(String[]::new);
            sorted = names;
        }
        return names;
    }
}
