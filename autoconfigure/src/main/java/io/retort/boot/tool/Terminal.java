package io.retort.boot.tool;

import java.io.Console;
import java.util.Optional;

/** The terminal of this process. */
final class Terminal {

    private Terminal() {}

    /**
     * Returns the console if input and output are a terminal, otherwise empty. Since Java 22, {@link System#console()}
     * can return a console without a terminal; a method of that version distinguishes them.
     */
    public static Optional<Console> ofThisProcess() {
        Console console = System.console();
        if (console == null) {
            return Optional.empty();
        }
        try {
            boolean terminal = (boolean) Console.class.getMethod("isTerminal").invoke(console);
            return terminal ? Optional.of(console) : Optional.empty();
        } catch (ReflectiveOperationException older) {
            return Optional.of(console);
        }
    }
}
