package io.retort.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What was done and counted: a row of the table in {@code docs/reliability.md}, printed and kept in the build's folder. */
final class Figures {

    private Figures() {}

    /**
     * Adds a row.
     *
     * @param what was done
     * @param where product and version
     * @param result in numbers
     */
    static void add(String what, String where, String result) {
        String row = "| " + what + " | " + where + " | " + result + " |";
        System.out.println("[reliability] " + row);
        Path file = Path.of(System.getProperty("reliability.figures", "target/figures"));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, row + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
