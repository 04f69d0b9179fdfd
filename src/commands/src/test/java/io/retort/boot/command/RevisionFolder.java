package io.retort.boot.command;

import io.retort.boot.command.story.StoryApplication;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The SQL revisions of an application, and commands with them.
 *
 * @param folder the folder of the files
 */
record RevisionFolder(Path folder) {

    /** The settings of a build whose sources and classes are in the folder. */
    Map<String, Object> asProject() {
        return Map.of("retort.classes", folder.toString(), "retort.resources", String.valueOf(folder.getRoot()));
    }

    /** Writes a revision; an empty part has no statement. */
    void write(String id, String header, String upgrade, String downgrade) throws IOException {
        Files.writeString(
                folder.resolve(id + ".sql"),
                "-- revision: " + id + "\n" + header + "-- message: step " + id + "\n-- upgrade\n" + ended(upgrade)
                        + "-- downgrade\n" + ended(downgrade));
    }

    private static String ended(String part) {
        if (part.isEmpty()) {
            return "";
        }
        boolean declares = part.lines().reduce("", (before, line) -> line).startsWith("-- means:");
        return part + (declares ? "\n" : ";\n");
    }

    void delete(String id) throws IOException {
        Files.delete(folder.resolve(id + ".sql"));
    }

    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    ToolInside.Answer run(String command, TestDb db, Map<String, Object> settings) {
        return run(StoryApplication.class, command, db, settings);
    }

    ToolInside.Answer run(Class<?> application, String command, TestDb db, Map<String, Object> settings) {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.put("retort.locations", "file:" + folder);
        return ToolInside.on(db, application, all).run(command);
    }
}
