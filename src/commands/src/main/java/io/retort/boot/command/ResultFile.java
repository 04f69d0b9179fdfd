package io.retort.boot.command;

import io.retort.internal.text.PrintableText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Writes the outcome of a command to the file in the system property {@code retort.result}, for the Maven goal that
 * started this process.
 */
final class ResultFile {

    private ResultFile() {}

    static void write(String commandLine, CommandOutcome outcome) {
        String property = System.getProperty("retort.result");
        if (property == null || property.isBlank()) {
            return;
        }
        Path file = Path.of(property).toAbsolutePath();
        Properties result = new Properties();
        result.setProperty("exit", String.valueOf(outcome.status().code()));
        result.setProperty("command", commandLine);
        result.setProperty("message", PrintableText.of(outcome.message()));
        try {
            // mvn clean in another terminal deletes the folder
            Files.createDirectories(file.getParent());
            try (Writer writer = Files.newBufferedWriter(file)) {
                result.store(writer, null);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write " + file, failure);
        }
    }
}
