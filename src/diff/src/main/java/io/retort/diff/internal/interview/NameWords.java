package io.retort.diff.internal.interview;

import io.retort.internal.text.NameSuggestions;
import io.retort.schema.Identifier;
import java.util.Locale;

/** Compares names as sequences of words, ignoring case, quotes and separators. */
final class NameWords {

    private NameWords() {}

    /**
     * Normalises the style of a name: {@code mailAddress}, {@code MAIL_ADDRESS} and {@code mail_address} become equal.
     */
    static String plain(String name) {
        return Identifier.parse(name)
                .text()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}0-9]+", "_");
    }

    /** Returns the similarity of two names, from 0 to 1. */
    static double similarity(String one, String other) {
        String a = plain(one).replace("_", "");
        String b = plain(other).replace("_", "");
        int longest = Math.max(a.length(), b.length());
        if (longest == 0) {
            return 0;
        }
        double edits = 1 - (double) NameSuggestions.edits(a, b) / longest;
        boolean part = Math.min(a.length(), b.length()) >= 3 && (a.contains(b) || b.contains(a));
        return part ? Math.max(edits, 0.7) : edits;
    }
}
