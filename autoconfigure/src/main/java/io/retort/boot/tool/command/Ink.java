package io.retort.boot.tool.command;

import java.util.Map;

/**
 * Colour where a person looks at a terminal; none in files and pipes, nor where the environment says {@code NO_COLOR}.
 *
 * @param coloured whether there is colour at all
 */
public record Ink(boolean coloured) {

    /** The ink of a process. */
    public static Ink of(Map<String, String> environment, boolean terminal) {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || "dumb".equals(environment.getOrDefault("TERM", ""));
        return new Ink(terminal && !refused);
    }

    /** The ink of this process. */
    public static Ink ofThisProcess() {
        return of(System.getenv(), Terminal.ofThisProcess().isPresent());
    }

    /** For what identifies a revision. */
    public String name(String text) {
        return paint("33", text);
    }

    /** For what is special about a revision. */
    public String mark(String text) {
        return paint("36", text);
    }

    private String paint(String code, String text) {
        return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
