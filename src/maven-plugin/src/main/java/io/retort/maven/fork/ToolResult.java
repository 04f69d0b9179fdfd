package io.retort.maven.fork;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * How a forked command ended.
 *
 * <p>A process's exit code is not enough: a main method that never starts a SpringApplication exits with 0 and has done
 * nothing. So the tool leaves a file, and without it the command did not run.
 *
 * @param exit the process's exit code
 * @param ran whether the tool left its result
 * @param message what the tool says in one line, empty when it says nothing
 */
public record ToolResult(int exit, boolean ran, String message) {

    private static final int FAILED = 1;

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

    public boolean isOk() {
        return ran && exit == 0;
    }

    /** Whether the command ran and its answer is no, as a check that found differences; not an error. */
    public boolean isAnswer() {
        return ran && exit > FAILED;
    }

    /** The one sentence that Maven ends with. */
    public String sentence(String goal, String mainClass) {
        if (ran) {
            return goal + " ended with exit " + exit + (message.isEmpty() ? "" : ": " + message);
        }
        if (exit == 0) {
            return goal + " did nothing: " + mainClass + " ended without starting a SpringApplication."
                    + " Name the application's class with -Dmigrate.mainClass=...";
        }
        return goal + " did not run: " + mainClass + " ended before it could start (exit " + exit
                + "). What it wrote is above.";
    }
}
