package io.retort.internal.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks passwords in messages. */
public final class Secrets {

    /** Every text that a pattern below matches contains one of these, in lower case. */
    private static final List<String> SIGNS =
            List.of("password", "passwd", "pwd", "secret", "token", "identified", "@", "jdbc:");

    private static final int DEEPEST = 50;

    private Secrets() {}

    /** Returns an SQL text with each password replaced by asterisks. */
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
        String sql = Patterns.IN_SQL.matcher(urls(text, false)).replaceAll("$1$2'***'");
        return Patterns.BEFORE_HOST
                .matcher(Patterns.PASSWORD.matcher(sql).replaceAll("$1$2***"))
                .replaceAll("//$1:***@");
    }

    /** Masks a message, in which a JDBC URL is not quoted and can contain any character. */
    public static String maskMessage(String text) {
        return mask(urls(text, true));
    }

    /**
     * Masks a message about a failed connection, which may contain a part of a URL, from a password on. Only the driver
     * knows where such a part ends, so the rest of the line is removed, too.
     */
    public static String maskLogin(String text) {
        String values = Patterns.VALUE.matcher(urls(text, true)).replaceAll("$1***");
        String ports = Patterns.PORT.matcher(values).replaceAll("$1***");
        return mask(Patterns.LOGIN.matcher(ports).replaceAll("***@"));
    }

    /** Removes the chain of causes if a driver repeats a password in it, because logs print the whole chain. */
    public static SQLException withoutSecrets(SQLException failure) {
        Throwable link = failure;
        for (int i = 0; link != null && i < DEEPEST; i++) {
            String text = String.valueOf(link.getMessage());
            if (!maskLogin(text).equals(text)) {
                return new SQLException(
                        maskLogin(String.valueOf(failure.getMessage())), failure.getSQLState(), failure.getErrorCode());
            }
            link = link.getCause();
        }
        return failure;
    }

    /**
     * Masks each JDBC URL. In a message its end is unknown, so the rest of the line is removed if it may belong to the
     * URL. An {@code @} may end a login that starts like a host.
     */
    private static String urls(String text, boolean cut) {
        if (!text.contains("jdbc:")) {
            return text;
        }
        Matcher found = Patterns.URL.matcher(text);
        StringBuilder shown = new StringBuilder();
        int from = 0;
        while (found.find(from)) {
            shown.append(text, from, found.start());
            int line = text.indexOf('\n', found.end());
            int end = cut ? (line < 0 ? text.length() : line) : found.end();
            String url = JdbcUrl.withoutSecrets(found.group());
            if (cut && text.substring(found.start(), end).contains("@")) {
                shown.append("jdbc:*** ...");
            } else if (cut && !url.equals(found.group())) {
                shown.append(url).append(" ...");
            } else {
                shown.append(url);
                end = found.end();
            }
            from = end;
        }
        return shown.append(text.substring(from)).toString();
    }

    /**
     * Compiled only for a text that may contain a secret, because most do not and every application start runs this
     * code.
     */
    private static final class Patterns {

        static final Pattern URL = Pattern.compile("jdbc:[^\\s\"']*?(?=[).,:;]*(?:[\\s\"']|$))");
        static final Pattern PASSWORD =
                Pattern.compile("(?i)(password|passwd|pwd|secret|token)(=|:)(?!\\s*(?:YES|NO)\\b)[^&;,\\s]*");
        /** Possessive, because a long literal would overflow the stack. A literal that is cut off ends with the text. */
        static final Pattern IN_SQL = Pattern.compile(
                "(?i)\\b(identified\\s+(?:with\\s+\\S+\\s+)?(?:by|as)|password)(\\s+)'(?:[^']|'')*+(?:'|\\z)");

        static final Pattern LOGIN = Pattern.compile("[^\\s/]+@(?=[\\w.\\[(-])");
        /** What a driver took for a port: with a login before the host, this is the password. */
        static final Pattern PORT = Pattern.compile("(?i)(\\bport\\b[^:\\n\"']*[:\"']\\s*)(?!\\d+\\b).*");

        static final Pattern VALUE = Pattern.compile(
                "(?i)([\\w.-]*(?:pass(?:word|wd|phrase)?|pwd|secret|token|credentials?)[\\w.-]*\\s*[=:]\\s*)(?!YES\\b|NO\\b|\\d+\\)|\\s).*");
        static final Pattern BEFORE_HOST = Pattern.compile("//([^/@:\\s]+):[^/@\\s]+@");
    }
}
