package io.retort.internal.declaration;

import io.retort.internal.declaration.SourceErrors.UnreadableSourceException;
import io.retort.internal.declaration.SourceToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Splits the part of Java that declarations consist of into tokens. */
final class SourceLexer {

    private static final int HEX = 16;
    private static final int UNICODE_DIGITS = 4;
    private static final String ONE_STRING =
            "Write it in one string in double quotes, with the escapes \\\", \\\\, \\n, \\r, \\t and \\u0041.";

    private final String source;
    private final SourceErrors errors;
    private final List<SourceToken> tokens = new ArrayList<>();
    private int at;

    private SourceLexer(String source, SourceErrors errors) {
        this.source = source;
        this.errors = errors;
    }

    /** Returns the tokens; the last one is the end. */
    static List<SourceToken> tokens(String source, SourceErrors errors) {
        SourceLexer lexer = new SourceLexer(source, errors);
        while (lexer.skipSpace()) {
            lexer.token();
        }
        lexer.tokens.add(new SourceToken(Kind.END, "", null, source.length()));
        return lexer.tokens;
    }

    private boolean skipSpace() {
        while (at < source.length() && " \t\n\r\f".indexOf(source.charAt(at)) >= 0) {
            at++;
        }
        return at < source.length();
    }

    private void token() {
        char c = source.charAt(at);
        if (isNameStart(c)) {
            name();
        } else if (c == '"') {
            string();
        } else if (isDigit(c) || c == '-' && isDigit(peek(1))) {
            number();
        } else if (c == '-' && peek(1) == '>') {
            symbol("->");
        } else if ("(){},.;".indexOf(c) >= 0) {
            symbol(String.valueOf(c));
        } else {
            throw unexpected();
        }
    }

    private UnreadableSourceException unexpected() {
        String sign = Character.toString(source.codePointAt(at));
        return errors.at(
                at,
                "contains " + SourceErrors.shortened(sign) + ", which is not a literal call",
                SourceErrors.LITERALS);
    }

    private void symbol(String text) {
        tokens.add(new SourceToken(Kind.SYMBOL, text, null, at));
        at += text.length();
    }

    private void name() {
        int start = at;
        while (at < source.length() && (isNameStart(source.charAt(at)) || isDigit(source.charAt(at)))) {
            at++;
        }
        tokens.add(new SourceToken(Kind.NAME, source.substring(start, at), null, start));
    }

    private void string() {
        int start = at++;
        if (source.startsWith("\"\"\"", start)) {
            throw errors.at(start, "contains a text block", ONE_STRING);
        }
        StringBuilder value = new StringBuilder();
        while (at < source.length() && source.charAt(at) != '"') {
            char c = source.charAt(at);
            if (c == '\n' || c == '\r') {
                throw errors.at(start, "opens a string that does not end on its line", ONE_STRING);
            }
            value.append(c == '\\' ? escape() : c);
            at++;
        }
        if (at == source.length()) {
            throw errors.at(start, "opens a string and never closes it", ONE_STRING);
        }
        at++;
        tokens.add(new SourceToken(Kind.LITERAL, source.substring(start, at), value.toString(), start));
    }

    /** Reads an escape and stops at its last character. */
    private char escape() {
        at++;
        char c = peek(0);
        return switch (c) {
            case '"', '\\', '\'' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 's' -> ' ';
            case 'u' -> unicode();
            default -> throw errors.at(at - 1, "contains an unknown escape in a string", ONE_STRING);
        };
    }

    private char unicode() {
        int digits = 0;
        for (int i = 1; i <= UNICODE_DIGITS; i++) {
            int digit = peek(i) < '\u0080' ? Character.digit(peek(i), HEX) : -1;
            if (digit < 0) {
                throw errors.at(at - 1, "contains \\u without four hexadecimal digits", ONE_STRING);
            }
            digits = digits * HEX + digit;
        }
        at += UNICODE_DIGITS;
        return (char) digits;
    }

    private void number() {
        int start = at++;
        while (isDigit(peek(0)) || isNameStart(peek(0)) || peek(0) == '.' || isExponentSign()) {
            at++;
        }
        String text = source.substring(start, at);
        tokens.add(new SourceToken(Kind.LITERAL, text, number(text, start), start));
    }

    private boolean isExponentSign() {
        return (peek(0) == '-' || peek(0) == '+') && (source.charAt(at - 1) == 'E' || source.charAt(at - 1) == 'e');
    }

    private Number number(String text, int start) {
        String digits = text.substring(0, text.length() - 1);
        try {
            return switch (text.charAt(text.length() - 1)) {
                case 'L' -> Long.valueOf(digits);
                case 'f' -> finite(Float.valueOf(digits));
                case 'd' -> finite(Double.valueOf(digits));
                default -> text.contains(".") ? finite(Double.valueOf(text)) : Integer.valueOf(text);
            };
        } catch (NumberFormatException e) {
            throw errors.at(
                    start,
                    "contains " + SourceErrors.shortened(text) + ", which is not a valid number",
                    "Write a number such as 20, -1, 5000000000L, 1.5d or decimal(\"12.50\").");
        }
    }

    private static Number finite(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            throw new NumberFormatException("not finite");
        }
        return number;
    }

    private char peek(int offset) {
        return at + offset < source.length() ? source.charAt(at + offset) : 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
    }
}
