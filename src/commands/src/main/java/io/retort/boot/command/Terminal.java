package io.retort.boot.command;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.util.Optional;

/** The terminal of this process. */
final class Terminal {

    private Terminal() {}

    /** Returns whether standard error, to which messages go, is a terminal too. */
    static boolean isForMessages() {
        return ofThisProcess().isPresent() && !"dumb".equals(System.getenv("TERM")) && isErrorATerminal();
    }

    /** Java does not know it; the command {@code test} of POSIX does. On Windows, the console decides. */
    private static boolean isErrorATerminal() {
        if (File.separatorChar == '\\') {
            return true;
        }
        try {
            return new ProcessBuilder("test", "-t", "2").inheritIO().start().waitFor() == 0;
        } catch (IOException unknown) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

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
