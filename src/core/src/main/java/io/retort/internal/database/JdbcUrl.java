package io.retort.internal.database;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Removes secrets from JDBC URLs: keeps the scheme, the hosts and the name of the database.
 *
 * <p>Drivers accept secrets in many places of a URL. Each delimits them differently: {@code &}, {@code ;} with braces
 * or backslashes, parentheses, a login before the host. So this class does not search for secrets. It keeps what is
 * known to be harmless and removes everything else.
 */
public final class JdbcUrl {

    private static final String HIDDEN = "***";
    private static final Pattern SCHEME = Pattern.compile("(?i)jdbc:(?:[a-z][a-z0-9+-]*:)*+");
    private static final String HOST = "(?:\\[[0-9a-fA-F:.%]+\\]|[\\w.-]*)(?:\\\\[\\w$]+)?(?::\\d{1,5})?";
    private static final Pattern HOSTS = Pattern.compile(HOST + "(?:," + HOST + ")*+");
    private static final Pattern PATH = Pattern.compile("[^?;#@()=\"'\\p{Cntrl}]*");

    /** A single parameter with the name of the database, if it is the first one. */
    private static final Pattern DATABASE =
            Pattern.compile("(?i)^[?;&](databaseName|database|currentSchema|schema)=([\\w.$-]+)(?=[;&]|$)");

    private static final Pattern PARAMETER = Pattern.compile("^[?;&#]\\s*(?:[\\w.$ -]+=.*|)$", Pattern.DOTALL);

    /** Schemes whose login precedes an {@code @} without two slashes before it. */
    private static final Set<String> WITH_LOGIN = Set.of("thin:", "oci:", "oci8:");

    private JdbcUrl() {}

    /** Returns the URL without parameters and login. Parts that could be a secret are replaced by asterisks. */
    public static String withoutSecrets(String url) {
        Matcher scheme = SCHEME.matcher(url);
        if (!scheme.lookingAt()) {
            return HIDDEN;
        }
        String rest = url.substring(scheme.end());
        String last = scheme.group().substring(scheme.group().lastIndexOf(':', scheme.end() - 2) + 1);
        return scheme.group() + (WITH_LOGIN.contains(last.toLowerCase(Locale.ROOT)) ? afterLogin(rest) : place(rest));
    }

    private static String place(String rest) {
        int end = firstOf(rest, "?;#");
        String parameters = rest.substring(end);
        if (!PARAMETER.matcher(parameters).matches() && !parameters.isEmpty()) {
            return HIDDEN;
        }
        return (rest.startsWith("//") ? server(rest.substring(2, end)) : path(rest.substring(0, end)))
                + database(parameters);
    }

    private static String server(String place) {
        String plain = place.substring(place.lastIndexOf('@') + 1);
        int slash = plain.indexOf('/');
        String hosts = slash < 0 ? plain : plain.substring(0, slash);
        boolean known = HOSTS.matcher(hosts).matches();
        return "//" + (known ? hosts : HIDDEN) + (slash < 0 ? "" : path(plain.substring(slash)));
    }

    /** Some drivers accept parameters after a colon that follows the name of the database. */
    private static String path(String path) {
        return PATH.matcher(path).matches() ? path : path.startsWith("/") ? "/" + HIDDEN : HIDDEN;
    }

    private static String afterLogin(String rest) {
        int at = rest.lastIndexOf('@');
        boolean clear = at >= 0 && firstOf(rest, "?;#\"") > at && rest.indexOf('@') == at;
        int from = at + 1;
        String place = clear ? rest.substring(from, from + firstOf(rest.substring(from), "?;#")) : HIDDEN;
        return clear && PATH.matcher(place).matches() ? (at > 0 ? HIDDEN : "") + "@" + place : HIDDEN;
    }

    private static String database(String parameters) {
        Matcher name = DATABASE.matcher(parameters);
        return name.find() ? name.group() : "";
    }

    private static int firstOf(String text, String letters) {
        for (int i = 0; i < text.length(); i++) {
            if (letters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }
}
