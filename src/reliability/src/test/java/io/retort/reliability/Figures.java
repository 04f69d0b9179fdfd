package io.retort.reliability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Results as rows of the table in {@code docs/reliability.md}, printed and written to the build directory. */
final class Figures {

    private Figures() {}

    /**
     * Adds a row.
     *
     * @param what the scenario
     * @param where the product and its version
     * @param result the measured result
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
