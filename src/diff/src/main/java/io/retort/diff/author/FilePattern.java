package io.retort.diff.author;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pattern of file names, with tokens such as {@code {rev}_{slug}}. It corresponds to Alembic's
 * {@code file_template}, with braces instead of {@code %(rev)s}.
 *
 * @param text letters, digits, {@code _}, {@code -}, {@code .} and tokens; must contain {@code {rev}}
 * @param slugLength the maximum number of characters of a slug
 */
public record FilePattern(String text, int slugLength) {

    /** The default pattern. */
    public static final String TEXT = "{rev}_{slug}";

    /** The default maximum length of a slug. */
    public static final int SLUG_LENGTH = 40;

    private static final String SETTING = "retort.revision.file-pattern";

    private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)}");

    private static final Map<String, Function<ZonedDateTime, String>> TIMES = Map.of(
            "epoch", time -> String.valueOf(time.toEpochSecond()),
            "year", time -> digits(4, time.getYear()),
            "month", time -> digits(2, time.getMonthValue()),
            "day", time -> digits(2, time.getDayOfMonth()),
            "hour", time -> digits(2, time.getHour()),
            "minute", time -> digits(2, time.getMinute()),
            "second", time -> digits(2, time.getSecond()));

    /**
     * Creates a pattern.
     *
     * @throws RetortException if the length is negative, {@code {rev}} is missing, or the pattern contains an unknown
     *     token or another character
     */
    public FilePattern {
        if (slugLength < 0) {
            throw wrong("retort.revision.slug-length is " + slugLength + ".", "Choose 0 or more; the usual is 40.");
        }
        if (!text.contains("{rev}")) {
            throw wrong(
                    SETTING + " is \"" + text + "\", which does not contain {rev}.",
                    "Add {rev}: a file's name must contain the revision's id, so that Retort detects a copied file.");
        }
        TOKEN.matcher(text).results().map(found -> found.group(1)).forEach(FilePattern::requireKnown);
        requirePlain(text);
    }

    /** The default pattern. */
    static FilePattern standard() {
        return new FilePattern(TEXT, SLUG_LENGTH);
    }

    String fill(String id, String message, ZonedDateTime created) {
        String filled = TOKEN.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), id, message, created)));
        return filled.replaceAll("[_.-]+$", "");
    }

    private String value(String token, String id, String message, ZonedDateTime created) {
        return switch (token) {
            case "rev" -> id;
            case "slug" -> Slug.of(message, slugLength);
            default -> Objects.requireNonNull(TIMES.get(token)).apply(created);
        };
    }

    private static String digits(int count, int number) {
        return String.format(Locale.ROOT, "%0" + count + "d", number);
    }

    private static void requireKnown(String token) {
        if (!token.equals("rev") && !token.equals("slug") && !TIMES.containsKey(token)) {
            throw wrong(
                    SETTING + " has the token {" + token + "}, which does not exist.",
                    "The tokens are {rev}, {slug}, {" + String.join("}, {", new TreeSet<>(TIMES.keySet())) + "}.");
        }
    }

    private static void requirePlain(String text) {
        String rest = TOKEN.matcher(text).replaceAll("");
        if (!rest.matches("[A-Za-z0-9_.-]*")) {
            throw wrong(
                    SETTING + " is \"" + text + "\", and \""
                            + rest.replaceAll("[A-Za-z0-9_.-]", "").charAt(0)
                            + "\" is not allowed in a file's name.",
                    Advice.of(
                            "Between the tokens use only letters, digits, _, - and . (to choose the folder, use ",
                            Advice.option("path"),
                            "."));
        }
    }

    private static RetortException wrong(String what, String action) {
        return wrong(what, Advice.of(action));
    }

    private static RetortException wrong(String what, Advice advice) {
        return new RetortException(what, advice, ExitStatus.USAGE);
    }
}
