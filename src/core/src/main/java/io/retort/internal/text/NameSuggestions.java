package io.retort.internal.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds known names that are similar to a mistyped one. */
public final class NameSuggestions {

    private static final int MOST = 3;

    private final String typed;

    private NameSuggestions(String typed) {
        this.typed = typed;
    }

    /** Returns at most three similar names, the most similar first. */
    public static List<String> to(String typed, Collection<String> known) {
        NameSuggestions nearest = new NameSuggestions(typed);
        int limit = Math.max(1, typed.length() / 3);
        return known.stream()
                .filter(name -> nearest.distance(name) <= limit)
                .sorted(Comparator.comparingInt(nearest::distance).thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** A mistyped abbreviation is compared with a prefix of the same length. */
    private int distance(String name) {
        int whole = edits(name);
        boolean abbreviated = typed.length() >= 4 && name.length() > typed.length();
        return abbreviated ? Math.min(whole, edits(name.substring(0, typed.length()))) : whole;
    }

    private int edits(String name) {
        return edits(typed, name);
    }

    /** Returns the Levenshtein distance of two names. */
    public static int edits(String typed, String name) {
        int[] row = new int[name.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= typed.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int change = typed.charAt(line - 1) == name.charAt(column - 1) ? 0 : 1;
                int cost = Math.min(Math.min(row[column], row[column - 1]) + 1, diagonal + change);
                diagonal = row[column];
                row[column] = cost;
            }
        }
        return row[name.length()];
    }
}
