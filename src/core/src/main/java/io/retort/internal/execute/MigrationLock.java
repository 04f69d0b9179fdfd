package io.retort.internal.execute;

import io.retort.dialect.CurrentSchema;
import io.retort.dialect.LockName;
import io.retort.dialect.Locking;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.database.DatabaseSession;
import io.retort.internal.session.Backoff;
import io.retort.internal.session.JdbcQueries;
import io.retort.run.LockWait;
import io.retort.run.OtherSession;
import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Acquires the migration lock. A waiting run polls instead of blocking in a statement, so that nothing in the database
 * waits for it.
 */
public final class MigrationLock {

    private static final Duration TELL = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final Duration timeout;
    private final Consumer<LockWait> told;

    /**
     * @param dataSource supplies a second connection where the product's lock needs one
     * @param timeout the maximum time to wait
     * @param told notified at once, and then every ten seconds, about the lock holder
     */
    public MigrationLock(DataSource dataSource, Duration timeout, Consumer<LockWait> told) {
        this.dataSource = dataSource;
        this.timeout = timeout;
        this.told = told;
    }

    /**
     * Waits for the lock.
     *
     * @param session the session that runs the migration
     * @throws RetortException with {@link ExitStatus#NOT_LOCKED} after the timeout
     */
    public LockHandle take(DatabaseSession session) throws SQLException {
        DatabaseLock lock = lock(session);
        try {
            return take(lock, session);
        } catch (RetortException refused) {
            throw refused;
        } catch (SQLException | RuntimeException | Error e) {
            // the database may have granted the lock although the call failed, and a pooled session would keep it
            new HeldLock(lock, session.connection()).close();
            throw e;
        }
    }

    private LockHandle take(DatabaseLock lock, DatabaseSession session) throws SQLException {
        String what = "the lock on " + session.table().name();
        Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1));
        long begun = System.nanoTime();
        Duration tell = Duration.ZERO;
        while (!lock.take()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - begun);
            LockWait wait = new LockWait(what, lock.holders(), waited, timeout);
            if (waited.compareTo(tell) >= 0 && !timeout.isZero()) {
                told.accept(wait);
                tell = tell.plus(TELL);
            }
            if (waited.compareTo(timeout) >= 0) {
                throw tooLong(wait);
            }
            backoff.sleep(timeout.minus(waited));
        }
        return new HeldLock(lock, session.connection());
    }

    /**
     * Returns the lock holders without acquiring the lock. Changes nothing.
     *
     * @param session a session of the database, with the schema of its history table
     * @return the holders, none if the lock is free; empty if the database does not report to this user who holds it
     */
    public static Optional<List<OtherSession>> holders(DatabaseSession session) throws SQLException {
        Optional<DatabaseLock> lock = reported(session);
        return lock.isEmpty() ? Optional.empty() : Optional.of(lock.get().holders());
    }

    private DatabaseLock lock(DatabaseSession session) throws SQLException {
        JdbcQueries questions = new JdbcQueries(session.connection());
        Optional<DatabaseLock> reported = reported(session);
        if (reported.isPresent()) {
            return reported.get();
        }
        if (locking(session) instanceof Locking.FileBeside file) {
            return DatabaseFileLock.of(file, questions);
        }
        return new SecondConnectionLock(dataSource, table(session));
    }

    /** Returns the lock of a product whose sessions can see who holds it. */
    private static Optional<DatabaseLock> reported(DatabaseSession session) throws SQLException {
        JdbcQueries questions = new JdbcQueries(session.connection());
        Locking locking = locking(session);
        if (locking instanceof Locking.Functions functions) {
            return Optional.of(new FunctionLock(functions, questions));
        }
        if (locking instanceof Locking.Lease lease
                && questions.truth(lease.seesAll()).orElse(false)) {
            return Optional.of(LeaseLock.of(lease, table(session), questions, session.dialect()));
        }
        return Optional.empty();
    }

    private static Locking locking(DatabaseSession session) throws SQLException {
        return session.dialect().sessions().locking(name(session), token());
    }

    private static String table(DatabaseSession session) {
        return session.dialect().identifiers().sql(lockTable(session.table().address()));
    }

    /** Identifies this acquisition. It need not be secret, and {@link java.security.SecureRandom} is slow to start. */
    private static String token() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** Products without schemas inside a database call the database what others call a schema. */
    private static LockName name(DatabaseSession session) throws SQLException {
        Connection connection = session.connection();
        QualifiedName table = session.table().address();
        String stored = session.dialect().identifiers().stored(table.name());
        String given =
                table.schema() == null ? null : session.dialect().identifiers().stored(table.schema());
        String database = String.valueOf(connection.getCatalog());
        boolean catalogs = session.dialect()
                .sessions()
                .currentSchema()
                .map(CurrentSchema::isCatalog)
                .orElse(false);
        return catalogs || given == null
                ? new LockName(given == null ? database : given, "", stored)
                : new LockName(database, given, stored);
    }

    /**
     * Returns the table with the lock row, for products without lock functions. Some have it only while the lock is
     * held.
     *
     * @param table the history table
     */
    public static QualifiedName lockTable(QualifiedName table) {
        String name = table.name();
        return new QualifiedName(
                table.schema(),
                name.endsWith("\"") ? name.substring(0, name.length() - 1) + "_lock\"" : name + "_lock");
    }

    private static RetortException tooLong(LockWait wait) {
        return new RetortException(
                "Timed out after " + OtherSession.seconds(wait.waited()) + " waiting for " + wait.what() + ", held by "
                        + wait.names() + ". Nothing was run.",
                Advice.of(
                        "Let the other run finish, then run this again. If it hangs, ",
                        wait.ending(),
                        ": the lock is then released. ",
                        Advice.setting("lock.timeout"),
                        " sets how long to wait."),
                ExitStatus.NOT_LOCKED);
    }
}
