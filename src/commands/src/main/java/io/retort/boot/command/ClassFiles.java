package io.retort.boot.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files in the folders of an application's compiled classes at one time.
 *
 * @param files the time and size of each file
 */
record ClassFiles(Map<Path, Stamp> files) {

    private static final String CLASS = ".class";

    /** Where Maven and Gradle look for sources, relative to the folders of compiled classes. */
    private static final List<String> SOURCES =
            List.of("../../src/main/java", "../../src/main/kotlin", "../../src/test/java", "../../../../src/main/java");

    /** What changes when a file is written. */
    record Stamp(FileTime modified, long size) {}

    /** Reads the folders; a folder that does not exist has no files. */
    static ClassFiles in(List<Path> folders) {
        Map<Path, Stamp> files = new HashMap<>();
        for (Path folder : folders) {
            try {
                Files.walkFileTree(folder, new Collector(files));
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + folder, e);
            }
        }
        return new ClassFiles(files);
    }

    /**
     * Returns whether a compiler has deleted classes that it is going to write again, or that do not compile: the sources
     * of missing classes exist.
     *
     * @param before the files when everything was compiled
     * @param folders the folders of compiled classes
     * @param sources the folder of the application's own sources
     */
    boolean areIncomplete(ClassFiles before, List<Path> folders, Path sources) {
        return before.files.keySet().stream()
                .filter(file -> file.toString().endsWith(CLASS) && !files.containsKey(file))
                .anyMatch(file -> hasSource(file, folders, sources));
    }

    private static boolean hasSource(Path file, List<Path> folders, Path sources) {
        return folders.stream()
                .filter(file::startsWith)
                .anyMatch(folder -> Stream.concat(
                                Stream.of(sources), SOURCES.stream().map(folder::resolve))
                        .anyMatch(root -> isSourceIn(root, folder.relativize(file))));
    }

    private static boolean isSourceIn(Path root, Path file) {
        String name = file.getFileName().toString();
        String type = name.substring(0, name.length() - CLASS.length()).split("\\$", 2)[0];
        Path source = root.resolve(file);
        return Files.exists(source.resolveSibling(type + ".java")) || Files.exists(source.resolveSibling(type + ".kt"));
    }

    /** A compiler can delete a file or folder while it is visited. */
    private static final class Collector extends SimpleFileVisitor<Path> {

        private final Map<Path, Stamp> files;

        Collector(Map<Path, Stamp> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.put(file, new Stamp(attributes.lastModifiedTime(), attributes.size()));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException gone) {
            return FileVisitResult.CONTINUE;
        }
    }
}
