package io.retort.run.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps passwords out of what people read. */
public final class Secrets {

    /** One of these, in small letters, stands in every text that a pattern below finds something in. */
    private static final List<String> SIGNS =
            List.of("password", "passwd", "pwd", "secret", "token", "identified", "@", "jdbc:");

    private static final int DEEPEST = 50;

    private Secrets() {}

    /** The text of a statement with each password in it replaced by stars. */
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

    /** The same for a message, in which a JDBC URL has no quotes around it and may hold any letter. */
    public static String maskMessage(String text) {
        return mask(urls(text, true));
    }

    /**
     * The same for what a driver or a pool says that could not connect: it may repeat a part of a URL, from a password on. Where
     * such a part ends only its driver knows, so the rest of the line goes too.
     */
    public static String maskLogin(String text) {
        String values = Patterns.VALUE.matcher(urls(text, true)).replaceAll("$1***");
        String ports = Patterns.PORT.matcher(values).replaceAll("$1***");
        return mask(Patterns.LOGIN.matcher(ports).replaceAll("***@"));
    }

    /** A driver may repeat a password in the chain of causes, which a log prints whole: then the chain is left out. */
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
     * Each JDBC URL without its secrets. Where it ends is not known in a message: what follows on its line is left out if it
     * may still be a part of it, and an {@code @} may end a login that begins with what looks like a host.
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

    /** Made only for a text that may have a secret in it: most have none, and every start of an application comes by. */
    private static final class Patterns {

        static final Pattern URL = Pattern.compile("jdbc:[^\\s\"']*?(?=[).,:;]*(?:[\\s\"']|$))");
        static final Pattern PASSWORD =
                Pattern.compile("(?i)(password|passwd|pwd|secret|token)(=|:)(?!\\s*(?:YES|NO)\\b)[^&;,\\s]*");
        static final Pattern IN_SQL =
                Pattern.compile("(?i)\\b(identified\\s+(?:with\\s+\\S+\\s+)?(?:by|as)|password)(\\s+)'(?:[^']|'')*'");
        static final Pattern LOGIN = Pattern.compile("[^\\s/]+@(?=[\\w.\\[(-])");
        /** What a driver took for a port: with a login before the host it is the password. */
        static final Pattern PORT = Pattern.compile("(?i)(\\bport\\b[^:\\n\"']*[:\"']\\s*)(?!\\d+\\b).*");

        static final Pattern VALUE = Pattern.compile(
                "(?i)([\\w.-]*(?:pass(?:word|wd|phrase)?|pwd|secret|token|credentials?)[\\w.-]*\\s*[=:]\\s*)(?!YES\\b|NO\\b|\\d+\\)|\\s).*");
        static final Pattern BEFORE_HOST = Pattern.compile("//([^/@:\\s]+):[^/@\\s]+@");
    }
}
