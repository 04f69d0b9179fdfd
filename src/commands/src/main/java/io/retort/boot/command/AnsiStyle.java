package io.retort.boot.command;

import java.security.SecureRandom;
import java.util.Map;

/**
 * ANSI colours for a terminal, in text for a {@link PrintableStream}. Files and pipes get none, and {@code NO_COLOR} turns them off.
 *
 * @param coloured whether to use colours
 */
record AnsiStyle(boolean coloured) {

    /**
     * Begins an escape sequence of this class, so that {@link PrintableStream} can tell it from one in the name of a table:
     * names cannot contain a random number of this process.
     */
    static final String KEY = "\u001b" + Long.toHexString(new SecureRandom().nextLong() | Long.MIN_VALUE);

    /**
     * Returns the colours for an environment.
     *
     * @param environment the environment variables; never null
     * @param terminal whether the output is a terminal
     */
    public static AnsiStyle of(Map<String, String> environment, boolean terminal) {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || "dumb".equals(environment.getOrDefault("TERM", ""));
        return new AnsiStyle(terminal && !refused);
    }

    /** Returns the colours for this process. */
    public static AnsiStyle ofThisProcess() {
        return of(System.getenv(), Terminal.ofThisProcess().isPresent());
    }

    /** Colours a revision id. */
    public String name(String text) {
        return paint("33", text);
    }

    /** Colours the flags of a revision. */
    public String mark(String text) {
        return paint("36", text);
    }

    /** Colours something that succeeded. */
    public String success(String text) {
        return paint("32", text);
    }

    /** Colours something that failed. */
    public String failure(String text) {
        return paint("31", text);
    }

    /** Returns the colours for the messages of this process. */
    static AnsiStyle ofMessages() {
        return of(System.getenv(), Terminal.isForMessages());
    }

    private String paint(String code, String text) {
        return coloured ? KEY + "[" + code + "m" + text + KEY + "[0m" : text;
    }
}
