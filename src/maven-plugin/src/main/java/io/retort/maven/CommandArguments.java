package io.retort.maven;

import org.jspecify.annotations.Nullable;

/**
 * Builds the command line that the application parses in tool mode, such as {@code revision --message="add email"}.
 *
 * <p>Every value is quoted. Quotes, backslashes and characters outside of ASCII are escaped, because process arguments
 * pass through the platform's encoding, which cannot represent every character.
 */
public final class CommandArguments {

    private final String name;
    private final StringBuilder line;

    private CommandArguments(String command) {
        this.name = command;
        this.line = new StringBuilder(command);
    }

    /** Creates a command without arguments. */
    public static CommandArguments of(String command) {
        return new CommandArguments(command);
    }

    /** Returns the name of the command. */
    public String name() {
        return name;
    }

    /** Adds the argument {@code "value"}, or nothing if the value is null or blank. */
    public CommandArguments word(@Nullable String value) {
        if (isGiven(value)) {
            line.append(' ');
            quote(value);
        }
        return this;
    }

    /** Adds the option {@code --name="value"}, or nothing if the value is null or blank. */
    public CommandArguments option(String name, @Nullable String value) {
        if (isGiven(value)) {
            line.append(" --").append(name).append('=');
            quote(value);
        }
        return this;
    }

    /** Adds the flag {@code --name} if {@code on} is true. */
    public CommandArguments flag(String name, boolean on) {
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
