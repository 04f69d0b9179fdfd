package io.retort.maven.build;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The paths, sizes and times of files. Where the file system has it, the time of the last change of the file's data or
 * properties is included, because a user can set the modification time back.
 */
final class FileStates {

    /** More files cost more than they save. */
    private static final int MOST = 30_000;

    private static final int LARGE = 1 << 20;

    private static final Duration FINE = Duration.ofMillis(100);
    private static final Duration COARSE = Duration.ofSeconds(2);

    private final List<String> lines = new ArrayList<>();
    private Instant latest = Instant.MIN;
    private Instant latestDirectory = Instant.MIN;

    private final Predicate<Path> byContent;

    private FileStates(Predicate<Path> byContent) {
        this.byContent = byContent;
    }

    /**
     * Reads all files in folders, and files that are given themselves.
     *
     * @throws IOException if a file cannot be read, or if there are too many
     */
    static FileStates of(Collection<Path> roots) throws IOException {
        return of(roots, file -> false);
    }

    /**
     * Reads all files in output folders. Maven copies each resource again in each build and keeps its modification time, even
     * if it replaces a property with another value, so the content of copies is read.
     *
     * @throws IOException if a file cannot be read, or if there are too many
     */
    static FileStates ofOutputs(Collection<Path> roots) throws IOException {
        return of(roots, file -> !file.toString().endsWith(".class"));
    }

    private static FileStates of(Collection<Path> roots, Predicate<Path> byContent) throws IOException {
        FileStates states = new FileStates(byContent);
        for (Path root : new TreeSet<>(roots)) {
            states.addRoot(root);
        }
        Collections.sort(states.lines);
        return states;
    }

    private void addRoot(Path root) throws IOException {
        if (!Files.exists(root)) {
            lines.add(root + "|absent");
            return;
        }
        Files.walkFileTree(root, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                latestDirectory = later(latestDirectory, attributes.lastModifiedTime());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                addFile(file, attributes);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void addFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (lines.size() == MOST) {
            throw new IOException("more than " + MOST + " files");
        }
        FileTime modified = attributes.lastModifiedTime();
        FileTime changed = changed(file, modified);
        latest = later(later(latest, modified), changed);
        lines.add(file + "|" + attributes.size() + "|" + modified.toInstant() + "|"
                + (attributes.size() < LARGE && byContent.test(file)
                        ? new Digest().add(Files.readAllBytes(file)).hex()
                        : changed.toInstant()));
    }

    private static FileTime changed(Path file, FileTime modified) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? (FileTime) Files.getAttribute(file, "unix:ctime")
                : modified;
    }

    /** Adds the time after which a further change of the file has another time. */
    private static Instant later(Instant latest, FileTime time) {
        Instant instant = time.toInstant();
        Instant distinct = instant.plus(instant.getNano() == 0 ? COARSE : FINE);
        return distinct.isAfter(latest) ? distinct : latest;
    }

    /** Returns one line for each file, sorted by path. */
    List<String> lines() {
        return lines;
    }

    /** Returns whether a file that changes at this time or later gets another time than it has now. */
    boolean areSettledAt(Instant time) {
        return latest.isBefore(time);
    }

    /** Returns whether no file was changed, added or deleted at this time or later. */
    boolean areOlderThan(Instant time) {
        return latest.isBefore(time) && latestDirectory.isBefore(time);
    }
}
