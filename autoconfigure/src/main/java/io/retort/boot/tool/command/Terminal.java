package io.retort.boot.tool.command;

import java.io.Console;
import java.util.Optional;

/** The terminal at which a person sits. */
public final class Terminal {

    private Terminal() {}

    /**
     * The terminal of this process; empty when its input or output is a file, a pipe or nothing. From Java 22 on there is
     * a console without a terminal too, and a method of that version tells them apart.
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
