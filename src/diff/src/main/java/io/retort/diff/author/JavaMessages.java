package io.retort.diff.author;

import io.retort.internal.text.PrintableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Formats messages as Java source, in lines of at most 120 characters. */
final class JavaMessages {

    private static final int WIDTH = 120;

    private JavaMessages() {}

    /** Returns a string literal; a long one becomes a concatenation with one part per line. */
    static String literal(String text, int indent) {
        String whole = quoted(text);
        if (indent + whole.length() < WIDTH) {
            return whole;
        }
        String separator = "\n" + " ".repeat(indent) + "+ ";
        return wrap(text, (WIDTH - indent) * 3 / 4).stream()
                .map(JavaMessages::quoted)
                .collect(Collectors.joining(separator));
    }

    /** Returns the message as the Javadoc comment of the class. */
    static String javadoc(String message) {
        String sentence = html(sentence(message));
        String line = "/** " + sentence + " */";
        if (line.length() <= WIDTH) {
            return line;
        }
        return wrap(sentence, WIDTH - " * ".length()).stream()
                .map(part -> " * " + part.strip())
                .collect(Collectors.joining("\n", "/**\n", "\n */"));
    }

    /** Returns the message as a Javadoc comment with the library that read the entities; see {@link GeneratorInfo}. */
    static String javadoc(String message, @Nullable String madeWith) {
        if (madeWith == null) {
            return javadoc(message);
        }
        String sentence = wrap(html(sentence(message)), WIDTH - " * ".length()).stream()
                .map(part -> " * " + part.strip())
                .collect(Collectors.joining("\n"));
        return "/**\n" + sentence + "\n *\n * <p>" + GeneratorInfo.sentence(html(madeWith)) + "\n */";
    }

    /**
     * Returns a string literal. What a reviewer would not see, or would see in another order, is a Unicode escape, so that the
     * value stays the same. The compiler translates such an escape everywhere, but none of these characters ends a literal.
     */
    static String quoted(String text) {
        return '"' + PrintableText.of(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }

    private static String sentence(String message) {
        String first = message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1);
        return first.matches(".*[.!?]") ? first : first + ".";
    }

    /**
     * Escapes the characters that have a meaning in Javadoc or to the compiler. An invisible character becomes the text of
     * its escape, and not the escape, which the compiler would translate in a comment too.
     */
    private static String html(String text) {
        return PrintableText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;")
                .replace("\\", "&#92;");
    }

    /** Splits a text after spaces where possible; the concatenated parts are the text. */
    private static List<String> wrap(String text, int width) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width - 1);
            int end = space < 0 ? rest.offsetByCodePoints(0, rest.codePointCount(0, width)) : space + 1;
            parts.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        parts.add(rest);
        return parts;
    }
}
