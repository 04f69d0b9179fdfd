package io.retort.testkit.engine;

import io.retort.testkit.launch.folder.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * SQLite inside this JVM. Each database is one file in a folder of this JVM.
 *
 * <p>It is not in memory, because several connections to one in-memory database need the shared cache. Its locks are
 * per table and never wait, so a test of locking would test something that users do not have.
 */
public final class SqliteEngine implements Engine {

    private final Path folder;

    public SqliteEngine() {
        try {
            folder = DataFolder.create("sqlite");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::deleteFolder, "delete " + folder));
    }

    @Override
    public Login create(String name) {
        return inFolder(folder, name);
    }

    /** Deletes the journal and the write-ahead log, too. */
    @Override
    public void drop(String name) {
        deleteFilesOf(name + ".db");
    }

    /** Creates the folder, as the other products do; SQLite does not. */
    @Override
    public Login inFolder(Path folder, String name) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path file = folder.toAbsolutePath().resolve(name + ".db");
        return new Login("jdbc:sqlite:" + file, "", "");
    }

    private void deleteFolder() {
        deleteFilesOf("");
        folder.toFile().delete();
    }

    private void deleteFilesOf(String prefix) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, prefix + "*")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
