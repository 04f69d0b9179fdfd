package io.retort.internal.sql;

import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.sql.SqlSyntax;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Replaces passwords in statements by asterisks, in every notation of the products. */
public final class SqlSecrets {

    private static final String HIDDEN = "'***'";

    /** Every text with a password contains one of these, in lower case. */
    private static final List<String> SIGNS =
            List.of("passw", "pwd", "secret", "token", "identified", "credential", "salt", "://");

    /** The words that can come between the keyword and its value. */
    private static final Set<String> BETWEEN = Set.of(
            "by",
            "as",
            "to",
            "using",
            "with",
            "via",
            "or",
            "digest",
            "hash",
            "hashed",
            "encrypted",
            "n",
            "value",
            "random");

    private static final Set<String> TABLE_FOLLOWS =
            Set.of("table", "into", "from", "join", "update", "references", "on", "exists", "index", ".", ",");

    /** The limit for strings inside strings. */
    private static final int DEEPEST = 8;

    /** The words that end the authentication clause of a user. */
    private static final Set<String> AFTER_LOGIN =
            Set.of("account", "require", "default", "comment", "attribute", "expire", "grant", "workload");

    private final String sql;
    private final SqlSyntax syntax;
    private final UnaryOperator<String> inStrings;
    private final int depth;
    private final Set<String> found;
    private final List<SqlToken> tokens;
    private final StringBuilder masked = new StringBuilder();
    private int copied;

    private SqlSecrets(String sql, SqlSyntax syntax, UnaryOperator<String> inStrings, int depth, Set<String> found) {
        this.depth = depth;
        this.found = found;
        this.sql = sql;
        this.syntax = syntax;
        this.inStrings = inStrings;
        this.tokens = SqlToken.of(sql, syntax);
    }

    /**
     * Returns the statement with masked passwords.
     *
     * @param sql the statement
     * @param syntax how the database reads it
     * @param inStrings masks other secrets in a string, for example the password in a URL
     */
    public static String mask(String sql, SqlSyntax syntax, UnaryOperator<String> inStrings) {
        return mask(sql, syntax, inStrings, 0, new HashSet<>());
    }

    /**
     * Returns the passwords in a statement, as the statement contains them and as the database reads them: its error
     * messages can quote a part of the statement.
     */
    public static Set<String> in(String sql, SqlSyntax syntax) {
        Set<String> found = new HashSet<>();
        mask(sql, syntax, UnaryOperator.identity(), 0, found);
        return found;
    }

    private static String mask(
            String sql, SqlSyntax syntax, UnaryOperator<String> inStrings, int depth, Set<String> found) {
        String letters = sql.toLowerCase(Locale.ROOT);
        for (String sign : SIGNS) {
            if (letters.contains(sign)) {
                return new SqlSecrets(sql, syntax, inStrings, depth, found).masked();
            }
        }
        return sql;
    }

    private String masked() {
        int at = 0;
        while (at < tokens.size()) {
            at = at(at);
        }
        return masked.append(sql, copied, sql.length()).toString();
    }

    /** Processes a token and returns the index of the next one. */
    private int at(int at) {
        SqlToken token = tokens.get(at);
        if (token.kind() == Kind.STRING) {
            string(token);
            return at + 1;
        }
        if (token.kind() != Kind.WORD) {
            return at + 1;
        }
        String word = token.text().toLowerCase(Locale.ROOT);
        if (word.equals("identified")) {
            return login(at + 1);
        }
        if (isSet(at) && (word.equals("password"))) {
            return assigned(at + 1);
        }
        if (word.equals("salt") || word.equals("hash")) {
            return at + 1 < tokens.size() && tokens.get(at + 1).kind() == Kind.STRING ? value(at + 1) : at + 1;
        }
        return isSecret(word) ? value(at + 1) : at + 1;
    }

    private static boolean isSecret(String word) {
        return word.endsWith("password")
                || word.endsWith("passwd")
                || word.endsWith("pwd")
                || word.endsWith("secret")
                || word.equals("token");
    }

    /** Whether the word follows {@code set} at the beginning: {@code set password for 'a'@'b' = 'c'}. */
    private boolean isSet(int at) {
        return at == 1 && tokens.get(0).is("set");
    }

    /** All strings up to the end of the authentication clause. */
    private int login(int from) {
        int at = from;
        int depth = 0;
        while (at < tokens.size()) {
            SqlToken token = tokens.get(at);
            boolean value = token.kind() == Kind.STRING
                    || token.kind() == Kind.QUOTED_NAME && tokens.get(at - 1).is("by");
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            boolean over = depth == 0 && token.is(",")
                    || token.kind() == Kind.WORD
                            && AFTER_LOGIN.contains(token.text().toLowerCase(Locale.ROOT));
            if (over) {
                return at;
            }
            if (value) {
                hide(token);
            } else if (token.is("by")
                    && at + 1 < tokens.size()
                    && tokens.get(at + 1).kind() == Kind.WORD) {
                plainWord(tokens.get(at + 1));
            }
            at++;
        }
        return at;
    }

    /** {@code identified by tiger}: an unquoted password, unless it is a keyword. */
    private void plainWord(SqlToken word) {
        if (!word.is("password")
                && !word.is("random")
                && !word.is("values")
                && !word.text().startsWith("_")) {
            hide(word);
        }
    }

    /** All strings after the assignment. */
    private int assigned(int from) {
        boolean behind = false;
        for (int at = from; at < tokens.size(); at++) {
            SqlToken token = tokens.get(at);
            behind |= token.is("=") || token.is("to") || at == from && token.kind() == Kind.STRING;
            if (behind && token.kind() == Kind.STRING) {
                hide(token);
            }
        }
        return tokens.size();
    }

    /** The string after the word, or all strings in parentheses after it. */
    private int value(int from) {
        int at = from;
        while (at < tokens.size() && isBetween(tokens.get(at))) {
            at++;
        }
        if (at < tokens.size() && tokens.get(at).kind() == Kind.STRING) {
            hide(tokens.get(at));
            return at + 1;
        }
        return at < tokens.size() && tokens.get(at).is("(") && isFunction(from - 1) ? arguments(at) : from;
    }

    /** Whether the word is the function, not a table of that name. */
    private boolean isFunction(int at) {
        SqlToken word = tokens.get(at);
        SqlToken before = at == 0 ? word : tokens.get(at - 1);
        boolean table = TABLE_FOLLOWS.contains(before.text().toLowerCase(Locale.ROOT));
        return !table && (word.is("password") || word.is("old_password"));
    }

    private static boolean isBetween(SqlToken token) {
        return token.is("=")
                || token.is(":")
                || token.is(">")
                || token.kind() == Kind.WORD
                        && (token.text().startsWith("_")
                                || BETWEEN.contains(token.text().toLowerCase(Locale.ROOT)));
    }

    private int arguments(int open) {
        int depth = 0;
        for (int at = open; at < tokens.size(); at++) {
            SqlToken token = tokens.get(at);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (token.kind() == Kind.STRING) {
                hide(token);
            }
            if (depth == 0) {
                return at + 1;
            }
        }
        return tokens.size();
    }

    private void hide(SqlToken token) {
        replace(token, HIDDEN);
        String text = token.text();
        int open = token.kind() == Kind.WORD ? 0 : text.startsWith("$") ? text.indexOf('$', 1) + 1 : opening(text);
        int close = text.length() - (token.kind() == Kind.WORD ? 0 : text.startsWith("$") ? open : 1);
        if (close > open) {
            String raw = text.substring(open, close);
            found.add(raw);
            found.add(raw.replace("''", "'"));
        }
    }

    private void replace(SqlToken token, String by) {
        masked.append(sql, copied, token.start()).append(by);
        copied = token.end();
    }

    /** A string can contain statements: the body of a function, or dynamic SQL. */
    private void string(SqlToken token) {
        String text = token.text();
        int open = text.startsWith("$") ? text.indexOf('$', 1) + 1 : opening(text);
        int close = text.startsWith("$") ? text.length() - open : text.length() - 1;
        if (open <= 0 || close < open) {
            return;
        }
        String quote = text.substring(open - 1, open);
        String raw = text.substring(open, close);
        String inside = quote.equals("$") ? raw : raw.replace(quote + quote, quote);
        String hidden = inStrings.apply(depth < DEEPEST ? mask(inside, syntax, inStrings, depth + 1, found) : inside);
        if (!hidden.equals(inside)) {
            String again = quote.equals("$") ? hidden : hidden.replace(quote, quote + quote);
            replace(token, text.substring(0, open) + again + text.substring(close));
        }
    }

    private static int opening(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) != '\'' && text.charAt(at) != '"') {
            at++;
        }
        return at + 1;
    }
}
