package io.retort.testkit.launch.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Folders that are made once and then shared, unchanged, by all JVMs of a user on this machine. */
public final class SharedFolder {

    /** What makes a folder's content; the folder is there and empty. */
    @FunctionalInterface
    public interface Maker {
        void make(Path folder) throws IOException;
    }

    private SharedFolder() {}

    /** Where everything of ours is. One folder a user, for what one user made another can often not read. */
    public static Path home() throws IOException {
        return Files.createDirectories(
                Path.of(System.getProperty("java.io.tmpdir"), "retort-testkit-" + System.getProperty("user.name")));
    }

    /**
     * The folder of that name, made now if it was never completed; other JVMs wait meanwhile.
     *
     * @throws IOException if it cannot be made; nothing half made is ever taken for complete
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
