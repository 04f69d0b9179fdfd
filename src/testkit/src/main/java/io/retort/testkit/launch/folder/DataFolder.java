package io.retort.testkit.launch.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders for the data of databases that end with this JVM.
 *
 * <p>They are in memory where the system has a file system for it ({@code /dev/shm} on Linux) with enough space. Each
 * database consists of some hundred files, and a server writes to them far more often than a test reads them.
 */
public final class DataFolder {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ENOUGH_BYTES = 4L << 30;

    private DataFolder() {}

    /** Creates an empty folder, which the caller deletes. The folders of JVMs that were killed are deleted first. */
    public static Path create(String name) throws IOException {
        Path home = home();
        for (Path folder : abandoned(home)) {
            delete(folder);
        }
        return Files.createTempDirectory(home, ProcessHandle.current().pid() + "-" + name + "-");
    }

    /** Another JVM can delete the same folder at the same time. */
    private static void delete(Path folder) throws IOException {
        try {
            Folders.delete(folder);
        } catch (NoSuchFileException e) {
            // deleted by the other one
        }
    }

    private static Path home() throws IOException {
        return hasSpace(MEMORY)
                ? Files.createDirectories(
                        MEMORY.resolve(SharedFolder.home().getFileName().toString()))
                : SharedFolder.home();
    }

    private static boolean hasSpace(Path folder) throws IOException {
        return Files.isWritable(folder) && Files.getFileStore(folder).getUsableSpace() >= ENOUGH_BYTES;
    }

    private static List<Path> abandoned(Path home) throws IOException {
        try (Stream<Path> folders = Files.list(home)) {
            return folders.filter(DataFolder::isAbandoned).toList();
        }
    }

    private static boolean isAbandoned(Path folder) {
        String process = folder.getFileName().toString().replaceFirst("-.*", "");
        return process.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(process)).isEmpty();
    }
}
