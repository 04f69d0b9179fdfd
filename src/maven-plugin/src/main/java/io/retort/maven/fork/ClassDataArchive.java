package io.retort.maven.fork;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A class data archive and the files from which it is created.
 *
 * @param folder the folder of the cache
 * @param key the key of the JDK and the jars
 * @param java the Java executable
 */
record ClassDataArchive(Path folder, String key, Path java) {

    private static final int KEPT = 4;
    private static final Duration ABANDONED = Duration.ofMinutes(30);
    private static final Duration UNUSED = Duration.ofDays(30);
    private static final String SUFFIX = ".jsa";
    private static final String PACKAGES = ".packages";
    private static final String SEEN = ".seen";

    /**
     * Files from which an archive is created.
     *
     * @param mark exists while the archive is created, so that only one process does it
     * @param classes the names of the classes
     * @param arguments the arguments of the JVM that creates the archive
     * @param unfinished the archive until it is complete
     */
    record Draft(Path mark, Path classes, Path arguments, Path unfinished) {

        void delete() {
            List.of(classes, arguments, unfinished, mark).forEach(ClassDataArchive::deleteQuietly);
        }
    }

    Path file() {
        return folder.resolve(key + SUFFIX);
    }

    private Path packages() {
        return folder.resolve(key + PACKAGES);
    }

    private Path seen() {
        return folder.resolve(key + SEEN);
    }

    /** Returns the way with this archive, or the way that creates it; empty if neither is possible at present. */
    Optional<Launch> choose(LauncherClassPath classPath, boolean recordable) throws IOException {
        if (Files.isRegularFile(file()) && Files.isRegularFile(packages())) {
            if (!JarPackages.read(packages()).permit(classPath)) {
                return Optional.empty();
            }
            markAsUsed();
            return Optional.of(new Launch.Archived(classPath, this));
        }
        if (!recordable) {
            return Optional.empty();
        }
        Files.createDirectories(folder);
        if (!Files.exists(seen())) {
            Files.createFile(seen());
            return Optional.empty();
        }
        JarPackages packages = JarPackages.of(classPath.jars());
        return packages.permit(classPath) ? record(classPath, packages) : Optional.empty();
    }

    private Optional<Launch> record(LauncherClassPath classPath, JarPackages packages) throws IOException {
        removeOld();
        Path mark = folder.resolve(key + ".creating");
        try {
            Files.createFile(mark);
        } catch (FileAlreadyExistsException another) {
            return Optional.empty();
        }
        packages.write(packages());
        Draft draft = new Draft(
                mark,
                folder.resolve(key + ".classes"),
                folder.resolve(key + ".args"),
                folder.resolve(key + ".unfinished"));
        return Optional.of(new Launch.Recording(classPath, this, draft));
    }

    void createInBackground(Draft draft, List<Path> jars) {
        JavaArguments arguments = new JavaArguments("", jars)
                .jvm("-XX:TieredStopAtLevel=1")
                .jvm("-Xshare:dump")
                .jvm("-XX:SharedClassListFile=" + draft.classes())
                .jvm("-XX:SharedArchiveFile=" + draft.unfinished());
        try {
            Files.write(draft.arguments(), arguments.lines(), ArgumentFile.nativeEncoding());
            new ProcessBuilder(ArchiveWriter.command(java, jars.get(0), draft, file()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException withoutAnArchive) {
            draft.delete();
        }
    }

    void delete() {
        deleteQuietly(file());
    }

    /** The time decides which archives are kept. In a folder that cannot be written to, nothing is removed either. */
    private void markAsUsed() {
        FileTime now = FileTime.from(Instant.now());
        for (Path file : List.of(file(), packages(), seen())) {
            try {
                Files.setLastModifiedTime(file, now);
            } catch (IOException stays) {
                return;
            }
        }
    }

    /** Removes the least recently used archives, and what an interrupted process left. */
    private void removeOld() throws IOException {
        List<Path> archives = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (file.toString().endsWith(SUFFIX)) {
                    archives.add(file);
                } else if (lastUse(file).toInstant().isBefore(Instant.now().minus(lifetime(file)))) {
                    deleteQuietly(file);
                }
            }
        }
        archives.sort(Comparator.comparing(ClassDataArchive::lastUse));
        archives.subList(0, Math.max(0, archives.size() - KEPT)).forEach(ClassDataArchive::deleteQuietly);
    }

    private static Duration lifetime(Path file) {
        return file.toString().endsWith(PACKAGES) || file.toString().endsWith(SEEN) ? UNUSED : ABANDONED;
    }

    private static FileTime lastUse(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            file.toFile().deleteOnExit();
        }
    }
}
