package io.retort.internal.sql;

import io.retort.sql.SqlSyntax;
import io.retort.sql.SqlSyntax.Feature;
import org.jspecify.annotations.Nullable;

/**
 * Splits SQL text into tokens. Every character belongs to exactly one token, so the text is the concatenation of its
 * tokens.
 *
 * <p>An unclosed quote or comment extends to the end of the text; see {@link #isUnclosed}. Not thread-safe.
 *
 * <pre>{@code
 * SqlLexer lexer = new SqlLexer("select 1", syntax);
 * while (lexer.advance()) {
 *     // lexer.kind(), lexer.text()
 * }
 * }</pre>
 */
public final class SqlLexer {

    /** The kinds of tokens. */
    public enum Kind {
        /** White space. */
        SPACE,
        /** A comment. */
        COMMENT,
        /** A string in any notation, including its prefix. */
        STRING,
        /** A quoted name. */
        QUOTED_NAME,
        /** A keyword or an unquoted name. */
        WORD,
        /** A number. */
        NUMBER,
        /** A semicolon. */
        SEMICOLON,
        /** The delimiter that replaces the semicolon. */
        DELIMITER,
        /** Any other single character. */
        SYMBOL
    }

    private static final char NONE = '\0';

    private final String sql;
    private final int length;
    private SqlSyntax syntax;
    private boolean backslashes;
    private boolean doubleQuotedStrings;
    private boolean escapeStrings;

    private Kind kind = Kind.SPACE;
    private int start;
    private int end;
    private boolean unclosed;
    private int laterPiece;
    private boolean executable;
    private boolean atStatementStart = true;
    private @Nullable String delimiter;

    /** Creates a lexer before the first token. */
    public SqlLexer(String sql, SqlSyntax syntax) {
        this.sql = sql;
        this.length = sql.length();
        this.syntax = syntax;
        read(syntax);
    }

    /** Continues with another syntax, because the session's settings have changed. */
    void read(SqlSyntax other) {
        syntax = other;
        backslashes = other.has(Feature.BACKSLASH_ESCAPES);
        doubleQuotedStrings = other.has(Feature.DOUBLE_QUOTED_STRINGS);
        escapeStrings = other.has(Feature.ESCAPE_STRINGS);
    }

    SqlSyntax syntax() {
        return syntax;
    }

    /** Sets the delimiter of statements; null for the semicolon. */
    void endStatementsWith(@Nullable String other) {
        delimiter = other;
    }

    @Nullable
    String delimiter() {
        return delimiter;
    }

    /** Sets whether only white space and comments precede this position in the statement. */
    void atStatementStart(boolean is) {
        atStatementStart = is;
        if (is) {
            executable = false;
        }
    }

    /** Continues at a position. */
    void skipTo(int position) {
        end = position;
    }

    /**
     * Reads the next token.
     *
     * @return false at the end of the text
     */
    public boolean advance() {
        start = end;
        unclosed = false;
        if (start >= length) {
            return false;
        }
        char sign = sql.charAt(start);
        if (delimiter != null && sql.startsWith(delimiter, start)) {
            return token(Kind.DELIMITER, start + delimiter.length());
        }
        if (isSpace(sign)) {
            return space();
        }
        if (isWordStart(sign)) {
            return word();
        }
        if (isDigit(sign)) {
            return token(Kind.NUMBER, endOfNumber());
        }
        return sign(sign);
    }

    private boolean sign(char sign) {
        return switch (sign) {
            case ';' -> token(Kind.SEMICOLON, start + 1);
            case '\'' -> quoted(Kind.STRING, start + 1, '\'', backslashes);
            case '"' -> doubleQuoted();
            case '`' -> syntax.has(Feature.BACKTICKS) ? quoted(Kind.QUOTED_NAME, start + 1, '`', false) : symbol();
            case '[' -> syntax.has(Feature.BRACKETS) ? brackets() : symbol();
            case '-' -> isDashComment() ? lineComment() : symbol();
            case '#' -> syntax.has(Feature.HASH_COMMENTS) ? lineComment() : symbol();
            case '/' -> slash();
            case '*' -> asterisk();
            case '$' -> dollar();
            default -> symbol();
        };
    }

    /** Returns the kind of the token. */
    public Kind kind() {
        return kind;
    }

    /** Returns the start of the token. */
    public int start() {
        return start;
    }

    /** Returns the end of the token, exclusive. */
    public int end() {
        return end;
    }

    /** Returns the text of the token. */
    public String text() {
        return sql.substring(start, end);
    }

    /** Returns whether the token is white space or a comment. */
    public boolean isBlank() {
        return kind == Kind.SPACE || kind == Kind.COMMENT;
    }

    /** Returns whether the token is an unclosed quote or comment. */
    public boolean isUnclosed() {
        return unclosed;
    }

    /** Returns whether the token is inside an executable comment. */
    public boolean isExecutable() {
        return executable;
    }

    /** Returns whether the token is this word, ignoring case. */
    public boolean is(String word) {
        return kind == Kind.WORD
                && word.length() == end - start
                && sql.regionMatches(true, start, word, 0, end - start);
    }

    /** Returns whether the token is this single character, outside quotes. */
    public boolean is(char symbol) {
        return kind == Kind.SYMBOL && sql.charAt(start) == symbol;
    }

    private boolean token(Kind what, int to) {
        kind = what;
        end = to;
        return true;
    }

    private boolean symbol() {
        return token(Kind.SYMBOL, start + 1);
    }

    private char at(int position) {
        return position < length ? sql.charAt(position) : NONE;
    }

    private boolean space() {
        int to = start + 1;
        while (to < length && isSpace(sql.charAt(to)) && !isDelimiter(to)) {
            to++;
        }
        return token(Kind.SPACE, to);
    }

    private boolean isDelimiter(int position) {
        return delimiter != null && sql.startsWith(delimiter, position);
    }

    private boolean word() {
        int to = start + 1;
        while (to < length && isWordPart(sql.charAt(to)) && !isDelimiter(to)) {
            to++;
        }
        return to - start == 1 && prefixed(sql.charAt(start), to) || token(Kind.WORD, to);
    }

    /** One letter can be the prefix of a string: {@code E'…'}, {@code X'…'}, {@code U&'…'}. */
    private boolean prefixed(char letter, int next) {
        char sign = at(next);
        if (sign == '\'') {
            return switch (letter) {
                case 'e', 'E' -> escapeStrings && escapeString(next);
                case 'x', 'X', 'b', 'B' -> escapeStrings && quoted(Kind.STRING, next + 1, '\'', false);
                default -> false;
            };
        }
        if (sign != '&' || letter != 'u' && letter != 'U' || syntax.has(Feature.DOUBLE_QUOTED_STRINGS)) {
            return false;
        }
        char quote = at(next + 1);
        return quote == '\'' && quoted(Kind.STRING, next + 2, quote, false)
                || quote == '"' && quoted(Kind.QUOTED_NAME, next + 2, quote, false);
    }

    /** String literals on consecutive lines form one string, and the prefix of the first applies to all. */
    private boolean escapeString(int quote) {
        quoted(Kind.STRING, quote + 1, '\'', true);
        laterPiece = 0;
        for (int next = continuation(end); next > 0 && !unclosed; next = continuation(end)) {
            laterPiece = laterPiece == 0 ? next : laterPiece;
            quoted(Kind.STRING, next + 1, '\'', true);
        }
        return true;
    }

    /** Returns whether a string of several literals has an escaped quote after the first. */
    boolean hasEscapedQuoteInLaterPiece() {
        for (int at = laterPiece > start && laterPiece < end ? laterPiece : end; at < end; at++) {
            if (sql.charAt(at) == '\\' && sql.charAt(++at) == '\'') {
                return true;
            }
        }
        return false;
    }

    /** The position at which a string continues after white space with a line break; 0 if it does not. */
    private int continuation(int from) {
        boolean line = false;
        int at = from;
        while (at < length) {
            char sign = sql.charAt(at);
            if (sign == '-' && at(at + 1) == '-') {
                at = endOfLine(at);
            } else if (isSpace(sign)) {
                line |= sign == '\n' || sign == '\r';
                at++;
            } else {
                return line && sign == '\'' ? at : 0;
            }
        }
        return 0;
    }

    private int endOfNumber() {
        int to = start + 1;
        while (to < length && isNumberPart(sql.charAt(to)) && !isDelimiter(to)) {
            to++;
        }
        return to;
    }

    private boolean doubleQuoted() {
        return doubleQuotedStrings
                ? quoted(Kind.STRING, start + 1, '"', backslashes)
                : quoted(Kind.QUOTED_NAME, start + 1, '"', false);
    }

    private boolean quoted(Kind what, int from, char quote, boolean escapes) {
        int to = from;
        while (to < length) {
            char sign = sql.charAt(to);
            if (sign == '\\' && escapes) {
                to += 2;
            } else if (sign != quote) {
                to++;
            } else if (at(to + 1) == quote) {
                to += 2;
            } else {
                return token(what, to + 1);
            }
        }
        unclosed = true;
        return token(what, length);
    }

    private boolean brackets() {
        int to = sql.indexOf(']', start + 1);
        while (syntax.has(Feature.DOUBLED_BRACKETS) && to >= 0 && at(to + 1) == ']') {
            to = sql.indexOf(']', to + 2);
        }
        unclosed = to < 0;
        return token(Kind.QUOTED_NAME, unclosed ? length : to + 1);
    }

    private boolean isDashComment() {
        if (at(start + 1) != '-') {
            return false;
        }
        char next = at(start + 2);
        return !syntax.has(Feature.DASHES_NEED_SPACE) || atStatementStart || next <= ' ' || next == '\u007F';
    }

    private boolean lineComment() {
        return token(Kind.COMMENT, endOfLine(start));
    }

    private int endOfLine(int from) {
        boolean carriageReturns = syntax.has(Feature.COMMENTS_END_AT_RETURN);
        int to = from;
        while (to < length && sql.charAt(to) != '\n' && !(carriageReturns && sql.charAt(to) == '\r')) {
            to++;
        }
        return to;
    }

    private boolean slash() {
        char next = at(start + 1);
        if (next == '*') {
            if (opensExecutable()) {
                executable = true;
                return symbol();
            }
            return blockComment();
        }
        return next == '/' && syntax.has(Feature.SLASH_COMMENTS) ? lineComment() : symbol();
    }

    private boolean opensExecutable() {
        char third = at(start + 2);
        return !executable
                && (third == '!' && syntax.has(Feature.EXECUTABLE_COMMENTS)
                        || third == 'M' && at(start + 3) == '!' && syntax.has(Feature.MARIADB_COMMENTS));
    }

    /** The end of an executable comment: its slash must not begin another comment. */
    private boolean asterisk() {
        if (executable && at(start + 1) == '/') {
            executable = false;
            return token(Kind.SYMBOL, start + 2);
        }
        return symbol();
    }

    private boolean blockComment() {
        boolean nested = syntax.has(Feature.NESTED_COMMENTS);
        int depth = 1;
        int to = start + 2;
        while (to < length) {
            char sign = sql.charAt(to);
            if (sign == '*' && at(to + 1) == '/') {
                to += 2;
                if (--depth == 0) {
                    return token(Kind.COMMENT, to);
                }
            } else if (nested && sign == '/' && at(to + 1) == '*') {
                depth++;
                to += 2;
            } else {
                to++;
            }
        }
        unclosed = !syntax.has(Feature.OPEN_COMMENTS);
        return token(Kind.COMMENT, length);
    }

    private boolean dollar() {
        if (!syntax.has(Feature.DOLLAR_QUOTES)) {
            return isWordPart(at(start + 1)) ? word() : symbol();
        }
        int tag = endOfTag();
        if (tag == 0) {
            return symbol();
        }
        int close = sql.indexOf(sql.substring(start, tag), tag);
        unclosed = close < 0;
        return token(Kind.STRING, unclosed ? length : close + tag - start);
    }

    /** The end of {@code $tag$}; 0 if the tag does not end. */
    private int endOfTag() {
        int to = start + 1;
        if (syntax.has(Feature.DOLLAR_TAGS) && isWordStart(at(to))) {
            while (to < length && sql.charAt(to) != '$' && isWordPart(sql.charAt(to))) {
                to++;
            }
        }
        return at(to) == '$' ? to + 1 : 0;
    }

    private static boolean isSpace(char sign) {
        return sign == ' ' || sign >= '\t' && sign <= '\r';
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static boolean isWordStart(char sign) {
        return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z' || sign == '_' || sign >= '\u0080';
    }

    private static boolean isNumberPart(char sign) {
        return isWordStart(sign) || isDigit(sign);
    }

    private static boolean isWordPart(char sign) {
        return isWordStart(sign) || isDigit(sign) || sign == '$';
    }
}
