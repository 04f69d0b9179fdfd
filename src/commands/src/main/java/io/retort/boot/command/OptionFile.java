package io.retort.boot.command;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.text.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file or folder that the user names in an option. */
final class OptionFile {

    private final String option;
    private final Path path;

    private OptionFile(String option, Path path) {
        this.option = option;
        this.path = path;
    }

    /**
     * Returns the file with a name.
     *
     * @param option the name of the option
     * @param name its value
     * @throws RetortException if the value is empty or cannot be a path
     */
    static OptionFile of(String option, String name) {
        if (name.isBlank()) {
            throw CommandLine.usage(
                    "The name of a file is empty.", Advice.of("Name it: ", Advice.option(option, "<file>"), "."));
        }
        try {
            return new OptionFile(option, Path.of(name));
        } catch (InvalidPathException e) {
            throw CommandLine.usage(
                    "\"" + name + "\" cannot be the name of a file: " + e.getReason() + ".",
                    Advice.of("Choose another file: ", Advice.option(option, "<file>"), "."));
        }
    }

    Path path() {
        return path;
    }

    /**
     * Writes the file.
     *
     * @throws RetortException if it cannot be written
     */
    void write(String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Returns the failure of a file, or of files in a folder, that cannot be written. */
    RetortException unwritable(IOException cause) {
        return new RetortException(
                "Cannot write " + path + ": " + FileFailure.reason(path, cause) + ".",
                Advice.of("Choose another place: ", Advice.option(option, "<file>"), "."),
                ExitStatus.USAGE,
                cause);
    }
}
