package io.retort.diff.question.rename;

import io.retort.revision.lineage.Nearest;
import io.retort.schema.Identifier;
import java.util.Locale;

/** Names as words: case, quotes and the sign between words do not count. */
final class Words {

    private Words() {}

    /** A name without what is a matter of style: {@code mailAddress}, {@code MAIL_ADDRESS} and {@code mail_address} are one. */
    static String plain(String name) {
        return Identifier.parse(name)
                .text()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}0-9]+", "_");
    }

    /** How much two names have in common: 0 for nothing, 1 for all. */
    static double similarity(String one, String other) {
        String a = plain(one).replace("_", "");
        String b = plain(other).replace("_", "");
        int longest = Math.max(a.length(), b.length());
        if (longest == 0) {
            return 0;
        }
        double edits = 1 - (double) Nearest.edits(a, b) / longest;
        boolean part = Math.min(a.length(), b.length()) >= 3 && (a.contains(b) || b.contains(a));
        return part ? Math.max(edits, 0.7) : edits;
    }
}
