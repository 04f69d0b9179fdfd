package io.retort.run.database;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Keeps passwords out of what people read. */
public final class Secrets {

    /** One of these, in small letters, stands in every text that a pattern below finds something in. */
    private static final List<String> SIGNS =
            List.of("password", "passwd", "pwd", "secret", "token", "identified", "@");

    private Secrets() {}

    /** The text with each password in it replaced by stars. */
    public static String mask(String text) {
        String letters = text.toLowerCase(Locale.ROOT);
        for (String sign : SIGNS) {
            if (letters.contains(sign)) {
                return masked(text);
            }
        }
        return text;
    }

    private static String masked(String text) {
        String sql = Patterns.IN_SQL.matcher(text).replaceAll("$1$2'***'");
        return Patterns.IN_URL
                .matcher(Patterns.PASSWORD.matcher(sql).replaceAll("$1$2***"))
                .replaceAll("//$1:***@");
    }

    /** The same for what a driver says that could not connect: it may repeat a part of a URL, from a password on. */
    public static String maskLogin(String text) {
        return Patterns.LOGIN.matcher(mask(text)).replaceAll("***@");
    }

    /** Made only for a text that may have a secret in it: most have none, and every start of an application comes by. */
    private static final class Patterns {

        static final Pattern PASSWORD = Pattern.compile("(?i)(password|passwd|pwd|secret|token)(=|:)[^&;,\\s]*");
        static final Pattern IN_SQL =
                Pattern.compile("(?i)\\b(identified\\s+(?:with\\s+\\S+\\s+)?(?:by|as)|password)(\\s+)'(?:[^']|'')*'");
        static final Pattern LOGIN = Pattern.compile("[^\\s/]+@(?=[\\w.\\[-])");
        static final Pattern IN_URL = Pattern.compile("//([^/@:\\s]+):[^/@\\s]+@");
    }
}
