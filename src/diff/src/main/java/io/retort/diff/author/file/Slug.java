package io.retort.diff.author.file;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The part of a file's name that people read. */
final class Slug {

    private static final int LONGEST = 40;

    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");

    private Slug() {}

    /**
     * The words of a message in lower case, joined by {@code _}, at most 40 characters. Letters lose their accents, and
     * what is still not ASCII is left out: the slug stands in class names and on every file system.
     */
    static String of(String message) {
        String plain = Normalizer.normalize(message, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
        return cut(WORD.matcher(plain).results().map(MatchResult::group).collect(Collectors.joining("_")));
    }

    private static String cut(String slug) {
        if (slug.length() <= LONGEST) {
            return slug;
        }
        int end = slug.lastIndexOf('_', LONGEST);
        return slug.substring(0, end < 0 ? LONGEST : end);
    }
}
