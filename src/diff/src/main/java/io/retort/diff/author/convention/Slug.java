package io.retort.diff.author.convention;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The part of a file's name that people read. */
final class Slug {

    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");

    private Slug() {}

    /**
     * The words of a message in lower case, joined by {@code _} and cut between words where they can be. Letters lose their accents, and
     * what is still not ASCII is left out: the slug stands in class names and on every file system.
     */
    static String of(String message, int longest) {
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
