package io.retort.boot.command;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line at whitespace. Single quotes keep everything between them. In double quotes, a backslash
 * escapes the next character, and {@code \}{@code u00e9} is a Unicode escape, so that a line can be plain ASCII.
 * Outside of double quotes, a backslash is an ordinary character.
 */
final class CommandTokenizer {

    private static final char OUTSIDE = ' ';

    private final String line;
    private final List<String> tokens = new ArrayList<>();
    private final StringBuilder token = new StringBuilder();
    private boolean started;
    private char quote = OUTSIDE;
    private int position;

    private CommandTokenizer(String line) {
        this.line = line;
    }

    static List<String> of(String line) {
        return new CommandTokenizer(line).read();
    }

    private List<String> read() {
        while (position < line.length()) {
            next(line.charAt(position++));
        }
        if (quote != OUTSIDE) {
            throw CommandLine.usage("A quote (" + quote + ") is not closed in: " + line, "Close it.");
        }
        finish();
        return tokens;
    }

    private void next(char character) {
        if (quote == OUTSIDE) {
            outside(character);
        } else if (character == quote) {
            quote = OUTSIDE;
        } else if (character == '\\' && quote == '"' && position < line.length()) {
            escape(line.charAt(position++));
        } else {
            token.append(character);
        }
    }

    private void outside(char character) {
        if (Character.isWhitespace(character)) {
            finish();
            return;
        }
        started = true;
        if (character == '"' || character == '\'') {
            quote = character;
        } else {
            token.append(character);
        }
    }

    private void escape(char character) {
        if (character == 'u' && position + 4 <= line.length()) {
            token.append(numbered(line.substring(position, position + 4)));
            position += 4;
        } else {
            token.append(character);
        }
    }

    private char numbered(String digits) {
        try {
            return (char) Integer.parseInt(digits, 16);
        } catch (NumberFormatException e) {
            throw CommandLine.usage(
                    "\\u" + digits + " is not a character, in: " + line,
                    "Write four hexadecimal digits, as in \\u00e9.");
        }
    }

    private void finish() {
        if (started) {
            tokens.add(token.toString());
        }
        token.setLength(0);
        started = false;
    }
}
