package io.retort.maven.fork;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The result of a forked command.
 *
 * <p>The exit code alone is not enough: a main method that never starts a SpringApplication exits with 0 and has done
 * nothing. The command therefore writes a result file; without one, it has not run.
 *
 * @param exit the exit code of the process
 * @param ran whether the command has written its result file
 * @param message the command's message in one line; empty if the command has no message
 */
public record ToolResult(int exit, boolean ran, String message) {

    private static final int FAILED = 1;

    /** A process that a signal ended has this exit code plus the number of the signal. */
    private static final int KILLED = 128;

    private static final int SIGNALS = 31;

    static ToolResult read(int exit, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return new ToolResult(exit, false, "");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new ToolResult(exit, true, properties.getProperty("message", ""));
    }

    /** Returns whether the command succeeded. */
    public boolean isOk() {
        return ran && exit == 0;
    }

    /**
     * Returns whether the command ran and its result is negative rather than an error, such as a check that found
     * differences.
     */
    public boolean isAnswer() {
        return ran && exit > FAILED;
    }

    /**
     * Returns the sentence with which Maven reports the result.
     *
     * @param goal the goal, such as {@code migrate:check}; never null
     * @param mainClass the application's main class; never null
     */
    public String sentence(String goal, String mainClass) {
        if (ran) {
            return goal + " ended with exit " + exit + (message.isEmpty() ? "" : ": " + message);
        }
        if (exit == 0) {
            return goal + " did nothing: " + mainClass + " ended without starting a SpringApplication."
                    + " Set the application's class with -Dmigrate.mainClass=...";
        }
        if (exit > KILLED && exit <= KILLED + SIGNALS) {
            return goal + " was terminated by signal " + (exit - KILLED) + " (exit " + exit
                    + "). Its output is above. Run mvn migrate:current to see what was applied.";
        }
        return goal + " did not run: " + mainClass + " ended before it could start (exit " + exit
                + "). Its output is above.";
    }
}
