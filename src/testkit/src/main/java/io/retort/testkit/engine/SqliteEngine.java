package io.retort.testkit.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * SQLite inside this JVM, each database one file in a folder of this JVM's own.
 *
 * <p>Not in memory: there several connections to one database need the shared cache, whose locks are per table and
 * never wait, so that a test of locking would test something that no user has.
 */
public final class SqliteEngine implements Engine {

    private final Path folder;

    public SqliteEngine() {
        try {
            folder = Files.createTempDirectory("retort-sqlite-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::deleteFolder, "delete " + folder));
    }

    @Override
    public Login create(String name) {
        return inFolder(folder, name);
    }

    /** With what SQLite keeps beside it: a journal, a write-ahead log. */
    @Override
    public void drop(String name) {
        deleteFilesOf(name + ".db");
    }

    /** Makes the folder, as the other products do: SQLite itself does not. */
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
