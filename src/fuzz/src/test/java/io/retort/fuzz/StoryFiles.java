package io.retort.fuzz;

import io.retort.fuzz.story.Story;
import io.retort.fuzz.story.StoryText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The stories in a folder of the test resources. */
final class StoryFiles {

    private StoryFiles() {}

    /** The stories by file name, without extension. */
    static Map<String, Story> in(String folder) {
        Map<String, Story> stories = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources", folder))) {
            files.forEach(file -> stories.put(file.getFileName().toString().replace(".story", ""), read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stories;
    }

    private static Story read(Path file) {
        try {
            return StoryText.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
