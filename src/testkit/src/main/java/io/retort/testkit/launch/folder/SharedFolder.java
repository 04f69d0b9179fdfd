package io.retort.testkit.launch.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Folders that are created once and then shared, unchanged, by all JVMs of a user on this machine. */
public final class SharedFolder {

    /** Creates the content of an empty folder. */
    @FunctionalInterface
    public interface Maker {
        void make(Path folder) throws IOException;
    }

    private SharedFolder() {}

    /**
     * Returns the parent of all folders. Each user has a separate one, because users often cannot read each other's
     * files.
     */
    public static Path home() throws IOException {
        return Files.createDirectories(
                Path.of(System.getProperty("java.io.tmpdir"), "retort-testkit-" + System.getProperty("user.name")));
    }

    /**
     * Returns the folder with this name; creates it if it is not complete, while other JVMs wait.
     *
     * @throws IOException if it cannot be created; an incomplete folder is never used
     */
    public static Path once(String name, Maker maker) throws IOException {
        Path folder = home().resolve(name);
        try (FileChannel channel = FileChannel.open(
                        home().resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.exists(folder)) {
                make(folder, maker);
            }
        }
        return folder;
    }

    private static void make(Path folder, Maker maker) throws IOException {
        Path part = folder.resolveSibling(folder.getFileName() + ".part");
        Folders.delete(part);
        Files.createDirectories(part);
        maker.make(part);
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    }
}
