package io.retort.maven;

import org.jspecify.annotations.Nullable;

/**
 * The words of one command, as the application in tool mode reads them: {@code revision --message="add email"}.
 *
 * <p>Every value is quoted, quotes and backslashes inside are escaped, and so is everything that is not ASCII: a
 * process's arguments pass through the platform's encoding, which is often less than a person can type.
 */
public final class CommandWords {

    private final StringBuilder line;

    private CommandWords(String command) {
        this.line = new StringBuilder(command);
    }

    /** A command without any word after its name. */
    public static CommandWords of(String command) {
        return new CommandWords(command);
    }

    /** Adds {@code "value"}, or nothing when there is no value. */
    public CommandWords word(@Nullable String value) {
        if (isGiven(value)) {
            line.append(' ');
            quote(value);
        }
        return this;
    }

    /** Adds {@code --name="value"}, or nothing when there is no value. */
    public CommandWords option(String name, @Nullable String value) {
        if (isGiven(value)) {
            line.append(" --").append(name).append('=');
            quote(value);
        }
        return this;
    }

    /** Adds {@code --name} when {@code on}. */
    public CommandWords flag(String name, boolean on) {
        if (on) {
            line.append(" --").append(name);
        }
        return this;
    }

    @Override
    public String toString() {
        return line.toString();
    }

    private static boolean isGiven(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    private void quote(@Nullable String value) {
        line.append('"');
        String.valueOf(value).chars().forEach(this::character);
        line.append('"');
    }

    private void character(int character) {
        if (character == '"' || character == '\\') {
            line.append('\\').append((char) character);
        } else if (character < ' ' || character > '~') {
            line.append(String.format("\\u%04x", character));
        } else {
            line.append((char) character);
        }
    }
}
