package io.retort.diff.author;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The readable part of a file name. */
public final class Slug {

    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");

    private Slug() {}

    /**
     * Returns the words of a message in lower case, joined by {@code _} and truncated between words if possible.
     * Accents are removed, and other characters outside ASCII are left out, because a slug is part of class names and
     * valid on every file system.
     */
    public static String of(String message, int longest) {
        String plain = Normalizer.normalize(message, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
        return cut(WORD.matcher(plain).results().map(MatchResult::group).collect(Collectors.joining("_")), longest);
    }

    private static String cut(String slug, int longest) {
        if (slug.length() <= longest) {
            return slug;
        }
        int end = slug.lastIndexOf('_', longest);
        return slug.substring(0, end < 0 ? longest : end);
    }
}
