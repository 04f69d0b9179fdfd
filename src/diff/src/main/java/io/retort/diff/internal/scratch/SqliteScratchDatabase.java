package io.retort.diff.internal.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A temporary file, because a database in memory has a single connection. The parameters of the other URL are kept. */
final class SqliteScratchDatabase implements ScratchDatabase {

    @Override
    public String create(Connection other, String name) throws SQLException {
        String url = other.getMetaData().getURL();
        int parameters = url.indexOf('?');
        return "jdbc:sqlite:" + file(name) + (parameters < 0 ? "" : url.substring(parameters));
    }

    private static Path file(String name) {
        return Path.of(System.getProperty("java.io.tmpdir"), name + ".db");
    }

    @Override
    public void remove(Connection other, String name) throws SQLException {
        try {
            for (String suffix : new String[] {"", "-journal", "-wal", "-shm"}) {
                Files.deleteIfExists(file(name).resolveSibling(name + ".db" + suffix));
            }
        } catch (IOException e) {
            throw new SQLException("Cannot delete " + file(name) + ": " + e.getMessage(), e);
        }
    }
}
