package io.retort.internal.execute;

import io.retort.dialect.Locking;
import io.retort.internal.session.JdbcQueries;
import io.retort.run.OtherSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lock of the operating system on a file next to the database file. The file contains the lock holder and is deleted
 * with the lock. Its content shows whether it was deleted between opening and locking.
 */
final class DatabaseFileLock implements DatabaseLock {

    private final Path file;
    private final String token = UUID.randomUUID().toString();
    private @Nullable FileChannel channel;

    /**
     * Creates a lock that is not yet acquired.
     *
     * @param database the database file
     */
    DatabaseFileLock(Path database) {
        this(database, "_lock");
    }

    private DatabaseFileLock(Path database, String suffix) {
        this.file = database.resolveSibling(database.getFileName() + ".retort" + suffix.replace('_', '-'));
    }

    /** Returns the lock of a database. An in-memory database needs none. */
    static DatabaseLock of(Locking.LockFile locking, String suffix, JdbcQueries questions) throws SQLException {
        return questions
                .text(locking.file())
                .<DatabaseLock>map(name -> new DatabaseFileLock(Path.of(name), suffix))
                .orElse(new NoFileLock());
    }

    @Override
    public boolean take() throws SQLException {
        try {
            FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(opened) && claim(opened)) {
                channel = opened;
                return true;
            }
            opened.close();
            return false;
        } catch (IOException e) {
            throw new SQLException("cannot lock the file " + file + ": " + e, e);
        }
    }

    private static boolean lock(FileChannel opened) throws IOException {
        try {
            FileLock lock = opened.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private boolean claim(FileChannel opened) throws IOException {
        String owner = ProcessHandle.current().pid() + "\n" + Instant.now() + "\n" + token;
        opened.truncate(0);
        opened.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)));
        return Files.exists(file) && Files.readString(file).endsWith(token);
    }

    @Override
    public List<OtherSession> holders() {
        try {
            List<String> lines = Files.readAllLines(file);
            Duration age = Duration.between(Instant.parse(lines.get(1)), Instant.now());
            return List.of(new OtherSession(lines.get(0), null, null, null, age, null, null, "kill " + lines.get(0)));
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }

    @Override
    public boolean held() {
        return channel != null && channel.isOpen();
    }

    @Override
    public void release() throws SQLException {
        if (held()) {
            try (FileChannel ours = channel) {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new SQLException("cannot remove the file " + file + ": " + e, e);
            }
        }
    }

    /** The lock of a database that only one connection can see. */
    private record NoFileLock() implements DatabaseLock {

        @Override
        public boolean take() {
            return true;
        }

        @Override
        public List<OtherSession> holders() {
            return List.of();
        }

        @Override
        public boolean held() {
            return true;
        }

        @Override
        public void release() {}
    }
}
