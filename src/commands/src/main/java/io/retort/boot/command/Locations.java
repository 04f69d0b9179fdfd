package io.retort.boot.command;

import io.retort.diff.author.Format;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The locations of revisions as places for new files.
 *
 * @param names the configured locations: packages such as {@code db.revisions}, folders such as
 *     {@code classpath:db/revisions}
 * @param javaFolder the root folder of Java sources
 * @param resourcesFolder the root folder of resources
 */
record Locations(List<String> names, Path javaFolder, Path resourcesFolder) {

    /**
     * Chooses the location for a new file.
     *
     * @param path a location or its folder in the source tree; if empty, the first location with the right format is
     *     used
     * @param format the format of the file; if empty, the path decides, and without a path it is Java
     * @throws RetortException if the path is not a location, or if no location has the right format
     */
    String choose(Optional<String> path, Optional<Format> format) {
        if (path.isEmpty()) {
            Format wanted = format.orElse(Format.JAVA);
            return names.stream()
                    .filter(name -> formatOf(name) == wanted)
                    .findFirst()
                    .orElseThrow(() -> none(wanted));
        }
        List<String> meant =
                names.stream().filter(name -> means(path.get(), name)).toList();
        if (meant.isEmpty()) {
            throw CommandLine.usage(
                    "\"" + path.get() + "\" is not one of the locations in which Retort looks for revisions.",
                    Advice.of(
                            "The locations are " + String.join(", ", names) + "; ",
                            Advice.setting("locations"),
                            " can add more."));
        }
        return meant.stream()
                .filter(name -> format.isEmpty() || formatOf(name) == format.get())
                .findFirst()
                .orElseThrow(() -> other(meant.get(0)));
    }

    /** Returns the format of the files in a location. */
    static Format formatOf(String location) {
        return isFolder(location) ? Format.SQL : Format.JAVA;
    }

    /** Returns whether a location is a folder of SQL files rather than a package. */
    static boolean isFolder(String location) {
        return location.contains(":") || location.contains("/");
    }

    /** Returns the folder of a location in the source tree. Applications without retort-diff, which has the formats, call it. */
    Path folder(String location) {
        if (!isFolder(location)) {
            return javaFolder.resolve(location.replace('.', '/'));
        }
        String name = location.replaceFirst("^(?:classpath\\*?|file):", "");
        return location.startsWith("file:") ? Path.of(name) : resourcesFolder.resolve(name.replaceFirst("^/+", ""));
    }

    private boolean means(String path, String location) {
        return path.equals(location)
                || path.equals(location.substring(location.indexOf(':') + 1))
                || same(Path.of(path), folder(location));
    }

    private static boolean same(Path one, Path other) {
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    private static RetortException none(Format format) {
        return format == Format.JAVA
                ? CommandLine.usage(
                        "No location is a package for Java revisions.",
                        Advice.of(
                                "Add one to ",
                                Advice.setting("locations"),
                                ", such as db.revisions, or write SQL: ",
                                Advice.option("format", "sql"),
                                "."))
                : CommandLine.usage(
                        "No location is a folder for SQL revisions.",
                        Advice.of("Add one to ", Advice.setting("locations"), ", such as classpath:db/revisions."));
    }

    private static RetortException other(String location) {
        return formatOf(location) == Format.SQL
                ? CommandLine.usage(
                        location + " is a folder for SQL revisions.",
                        Advice.of("Add ", Advice.option("format", "sql"), ", or choose a package."))
                : CommandLine.usage(
                        location + " is a package for Java revisions.",
                        Advice.of(
                                "Leave out ",
                                Advice.option("format", "sql"),
                                ", or choose a folder such as classpath:db/revisions."));
    }
}
