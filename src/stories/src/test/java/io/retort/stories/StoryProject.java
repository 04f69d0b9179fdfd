package io.retort.stories;

import io.retort.stories.MavenBuild.Result;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A temporary application, copied from {@code src/test/projects} and configured for one database.
 *
 * @param folder the folder of the copy
 */
record StoryProject(Path folder) {

    /** Copies a project and configures its database. */
    static StoryProject copy(String name, Path into, TestDb db) {
        Path source = Path.of("src/test/projects", name);
        Path folder = into.resolve(name);
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(source.relativize(file));
                Files.createDirectories(target.getParent());
                Files.writeString(target, filled(Files.readString(file), db));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StoryProject(folder);
    }

    private static String filled(String text, TestDb db) {
        return text.replace("@retort.version@", System.getProperty("story.version"))
                .replace("@spring-boot.version@", System.getProperty("story.spring-boot.version"))
                .replace("@db.url@", db.url())
                .replace("@db.user@", db.user())
                .replace("@db.password@", db.password());
    }

    Result mvn(String... words) {
        return new MavenBuild(folder).run(words);
    }

    /** Starts the packaged application, which ends by itself. */
    Result start(String... options) {
        return Processes.run(folder, java(options), 2, TimeUnit.MINUTES);
    }

    /** Starts the packaged application with {@code RETORT_COMMAND} in its environment. */
    Result command(String command) {
        ProcessBuilder program = new ProcessBuilder(java()).directory(folder.toFile());
        program.environment().put("RETORT_COMMAND", command);
        return Processes.run(program, 2, TimeUnit.MINUTES);
    }

    private List<String> java(String... options) {
        List<String> command = MavenBuild.application();
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", jar().toString()));
        return command;
    }

    /** Returns the packaged application. */
    Path jar() {
        return only(folder.resolve("target"), ".jar");
    }

    /** Returns the libraries in the packaged application. */
    List<String> libraries() {
        try (JarFile file = new JarFile(jar().toFile())) {
            return file.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the revision files, sorted by name. */
    List<Path> revisions() {
        return Stream.of("src/main/java/db/revisions", "src/main/resources/db/revisions")
                .map(folder::resolve)
                .filter(Files::isDirectory)
                .flatMap(place -> list(place).stream())
                .filter(file -> !file.getFileName().toString().equals("package-info.java"))
                .sorted()
                .toList();
    }

    String read(String file) {
        return read(folder.resolve(file));
    }

    String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String text) {
        try {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Files.writeString(target, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String file) {
        try {
            Files.delete(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces text in a file; fails if the file does not contain it. */
    void edit(String file, String before, String after) {
        String text = read(file);
        if (!text.contains(before)) {
            throw new AssertionError(file + " does not contain: " + before);
        }
        write(file, text.replace(before, after));
    }

    private static Path only(Path place, String ending) {
        return list(place).stream()
                .filter(file -> file.toString().endsWith(ending))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + ending + " in " + place));
    }

    private static List<Path> list(Path place) {
        try (Stream<Path> files = Files.list(place)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
