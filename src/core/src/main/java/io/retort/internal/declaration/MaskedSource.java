package io.retort.internal.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Java source whose comments and literals are replaced with the same number of other characters, so that offsets are those of
 * the source. A comment becomes spaces; a literal keeps its quotes around underscores.
 */
final class MaskedSource {

    private final String source;
    private final StringBuilder masked;
    private final List<Span> comments = new ArrayList<>();

    MaskedSource(String source) {
        this.source = source;
        this.masked = new StringBuilder(source);
        int at = 0;
        while (at < source.length()) {
            at = next(at);
        }
    }

    /**
     * A part of the source.
     *
     * @param from the offset of the first character
     * @param to the offset after the last one
     */
    record Span(int from, int to) {}

    /**
     * A statement that calls a method of the parameter.
     *
     * @param receiver the name of the parameter
     * @param from the offset of the first character
     * @param to the offset after the semicolon
     */
    record Call(String receiver, int from, int to) {}

    String text() {
        return masked.toString();
    }

    /**
     * Returns the statements of a method with a parameter of type {@code Operations}; empty without such a method, and if a
     * statement is not a call on the parameter.
     */
    Optional<List<Call>> calls(String method) {
        Matcher found = Pattern.compile("\\bvoid\\s+" + method
                        + "\\s*\\(\\s*(?:final\\s+)?(?:\\w+\\.)*Operations\\s+(\\w+)\\s*\\)[^{;]*\\{")
                .matcher(masked);
        if (!found.find()) {
            return Optional.empty();
        }
        String receiver = found.group(1);
        List<Call> calls = new ArrayList<>();
        int from = skipSpace(found.end());
        while (from < masked.length() && masked.charAt(from) != '}') {
            int end = endOfStatement(from);
            String code = masked.substring(from, end);
            if (!code.endsWith(";") || !code.matches("(?s)" + Pattern.quote(receiver) + "\\s*\\..*")) {
                return Optional.empty();
            }
            calls.add(new Call(receiver, from, end));
            from = skipSpace(end);
        }
        return Optional.of(calls);
    }

    /** Returns the attributes of an annotation, without the parentheses. */
    Optional<Span> annotation(String name) {
        Matcher found = Pattern.compile("@(?:\\w+\\.)*" + name + "\\s*\\(").matcher(masked);
        if (!found.find()) {
            return Optional.empty();
        }
        int depth = 1;
        for (int i = found.end(); i < masked.length(); i++) {
            char sign = masked.charAt(i);
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (depth == 0) {
                return Optional.of(new Span(found.end(), i));
            }
        }
        return Optional.empty();
    }

    /** Returns the offsets after the closing parentheses of a call, the last one first. */
    List<Integer> closing(Call call) {
        List<Integer> offsets = new ArrayList<>();
        for (int i = call.to() - 1; i >= call.from(); i--) {
            if (masked.charAt(i) == ')') {
                offsets.add(i + 1);
            }
        }
        return offsets;
    }

    /** Returns the comments in a call. */
    List<String> comments(Call call) {
        return comments.stream()
                .filter(comment -> comment.from() >= call.from() && comment.to() <= call.to())
                .map(comment -> source.substring(comment.from(), comment.to()).stripTrailing())
                .toList();
    }

    /** Returns the offset after the last character of code before an offset. */
    int codeEnd(int offset) {
        int end = offset;
        while (end > 0 && Character.isWhitespace(masked.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** Returns the space at the beginning of the line of an offset. */
    String indent(int offset) {
        int begin = masked.lastIndexOf("\n", Math.max(0, offset - 1)) + 1;
        int end = begin;
        while (end < source.length() && (source.charAt(end) == ' ' || source.charAt(end) == '\t')) {
            end++;
        }
        return source.substring(begin, end);
    }

    /** Returns the number of the line of an offset, from 1. */
    int line(int offset) {
        return 1
                + (int) source.substring(0, offset)
                        .chars()
                        .filter(sign -> sign == '\n')
                        .count();
    }

    private int skipSpace(int from) {
        int at = from;
        while (at < masked.length() && Character.isWhitespace(masked.charAt(at))) {
            at++;
        }
        return at;
    }

    private int endOfStatement(int from) {
        int depth = 0;
        for (int i = from; i < masked.length(); i++) {
            char sign = masked.charAt(i);
            depth += "({[".indexOf(sign) >= 0 ? 1 : ")}]".indexOf(sign) >= 0 ? -1 : 0;
            if (depth < 0) {
                return i;
            }
            if (depth == 0 && sign == ';') {
                return i + 1;
            }
        }
        return masked.length();
    }

    private int next(int at) {
        if (source.startsWith("//", at)) {
            int end = source.indexOf('\n', at);
            return comment(at, end < 0 ? source.length() : end);
        }
        if (source.startsWith("/*", at)) {
            int end = source.indexOf("*/", at + 2);
            return comment(at, end < 0 ? source.length() : end + 2);
        }
        if (source.startsWith("\"\"\"", at)) {
            return literal(at, 3, JavaSourceText.endOfTextBlock(source, at));
        }
        char sign = source.charAt(at);
        return sign == '"' || sign == '\'' ? literal(at, 1, JavaSourceText.endOfString(source, at, sign)) : at + 1;
    }

    private int comment(int from, int to) {
        comments.add(new Span(from, to));
        return mask(from, to, ' ', to);
    }

    private int literal(int from, int quotes, int to) {
        return mask(from + quotes, Math.max(from + quotes, to - quotes), '_', to);
    }

    private int mask(int from, int to, char mask, int next) {
        for (int i = from; i < to; i++) {
            if (source.charAt(i) != '\n' && source.charAt(i) != '\r') {
                masked.setCharAt(i, mask);
            }
        }
        return next;
    }
}
