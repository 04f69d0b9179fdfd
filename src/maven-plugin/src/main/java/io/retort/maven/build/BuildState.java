package io.retort.maven.build;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * The state of a project, as digests.
 *
 * @param settings the effective POM, the properties of the build, the JDK and the class path
 * @param inputs the source and resource files
 * @param outputs the files in the output directories
 */
record BuildState(String settings, String inputs, String outputs) {

    /** Reads a recorded state; empty if the file is missing or damaged. */
    static Optional<BuildState> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
        return Optional.of(new BuildState(
                properties.getProperty("settings", ""),
                properties.getProperty("inputs", ""),
                properties.getProperty("outputs", "")));
    }

    /** Replaces the file in one step, because two goals can run in one module at the same time. */
    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("settings", settings);
        properties.setProperty("inputs", inputs);
        properties.setProperty("outputs", outputs);
        Files.createDirectories(file.getParent());
        Path unfinished = Files.createTempFile(file.getParent(), "build-", ".unfinished");
        try {
            try (Writer writer = Files.newBufferedWriter(unfinished)) {
                properties.store(writer, null);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Returns what differs, for the log; empty if nothing differs. */
    Optional<String> differenceFrom(BuildState recorded) {
        if (!settings.equals(recorded.settings)) {
            return Optional.of("the POM, a property of the build, the JDK or the class path has changed");
        }
        if (!inputs.equals(recorded.inputs)) {
            return Optional.of("a source or resource file has changed");
        }
        return outputs.equals(recorded.outputs) ? Optional.empty() : Optional.of("a compiled file has changed");
    }
}
