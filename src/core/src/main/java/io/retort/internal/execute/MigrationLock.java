package io.retort.internal.execute;

import io.retort.dialect.Locking;
import io.retort.dialect.Locking.LockName;
import io.retort.dialect.SessionSupport.CurrentSchema;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.database.DatabaseSession;
import io.retort.internal.log.PrintableLog;
import io.retort.internal.session.Backoff;
import io.retort.internal.session.JdbcQueries;
import io.retort.internal.session.OpenTransaction;
import io.retort.run.OtherSession;
import io.retort.run.RunListener.LockWait;
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
import org.jspecify.annotations.Nullable;

/**
 * Acquires the migration lock, or the lock of one backfill. A waiting run polls instead of blocking in a statement, so that
 * nothing in the database waits for it.
 */
public final class MigrationLock {

    private static final Duration TELL = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final Duration timeout;
    private final Consumer<LockWait> onWait;
    private final Subject subject;

    /**
     * What is locked.
     *
     * @param name added to the name of the history table in the name of the lock; empty for the migration lock
     * @param suffix of the table or file of the lock, for products without lock functions
     * @param what the lock, for messages; null for the migration lock
     */
    private record Subject(
            String name, String suffix, @Nullable String what) {

        static final Subject MIGRATION = new Subject("", "_lock", null);
    }

    /**
     * @param dataSource supplies a second connection where the product's lock needs one
     * @param timeout the maximum time to wait
     * @param onWait notified at once, and then every ten seconds, about the lock holder
     */
    public MigrationLock(DataSource dataSource, Duration timeout, Consumer<LockWait> onWait) {
        this(dataSource, timeout, onWait, Subject.MIGRATION);
    }

    private MigrationLock(DataSource dataSource, Duration timeout, Consumer<LockWait> onWait, Subject subject) {
        this.dataSource = dataSource;
        this.timeout = timeout;
        this.onWait = onWait;
        this.subject = subject;
    }

    /**
     * Returns the lock of a backfill that runs after its revision is applied. A product without lock functions has one lock
     * for all backfills of a history.
     *
     * @param revision the id of the revision
     * @param number the number of the statement in the revision
     */
    public MigrationLock ofBackfill(String revision, int number) {
        return new MigrationLock(
                dataSource,
                timeout,
                onWait,
                new Subject(
                        " backfill " + revision + " " + number,
                        "_backfill_lock",
                        "the lock of the backfill of revision " + revision));
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
        if (lock.take()) {
            return new HeldLock(lock, session.connection());
        }
        beginWaiting(lock);
        try {
            return await(lock, session);
        } finally {
            endWaiting(lock, session.connection());
        }
    }

    /** Only others read it, so a server that has no memory for another lock does not fail the run. */
    private static void beginWaiting(DatabaseLock lock) {
        try {
            lock.beginWaiting();
        } catch (SQLException e) {
            PrintableLog.of(MigrationLock.class).debug("The wait for the migration lock is not shown to others", e);
        }
    }

    /** A session of a pool would be shown as waiting as long as it lives. */
    private static void endWaiting(DatabaseLock lock, Connection session) {
        try {
            lock.endWaiting();
        } catch (SQLException e) {
            PrintableLog.of(MigrationLock.class)
                    .debug("The connection that waited for the migration lock is closed", e);
            OpenTransaction.abort(session);
        }
    }

    private LockHandle await(DatabaseLock lock, DatabaseSession session) throws SQLException {
        String locked = subject.what();
        String what = locked == null ? "the lock on " + session.table().name() : locked;
        Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1));
        long begun = System.nanoTime();
        Duration tell = Duration.ZERO;
        while (!lock.take()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - begun);
            LockWait wait = new LockWait(what, lock.holders(), waited, timeout);
            if (waited.compareTo(tell) >= 0 && !timeout.isZero()) {
                onWait.accept(wait);
                tell = tell.plus(TELL);
            }
            if (waited.compareTo(timeout) >= 0) {
                throw tooLong(wait);
            }
            backoff.sleep(timeout.minus(waited));
        }
        return new HeldLock(lock, session.connection());
    }

    /** Acquires the lock if it is free, without waiting. */
    public Optional<LockHandle> tryTake(DatabaseSession session) throws SQLException {
        DatabaseLock lock = lock(session);
        try {
            return lock.take() ? Optional.of(new HeldLock(lock, session.connection())) : Optional.empty();
        } catch (SQLException | RuntimeException | Error e) {
            new HeldLock(lock, session.connection()).close();
            throw e;
        }
    }

    /**
     * Waits until no session holds the lock, without keeping it.
     *
     * @throws RetortException with {@link ExitStatus#NOT_LOCKED} after the timeout
     */
    public void awaitFree(DatabaseSession session) throws SQLException {
        Optional<DatabaseLock> reported = reported(session);
        if (reported.isEmpty()) {
            take(session).close();
            return;
        }
        Backoff backoff = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1));
        long begun = System.nanoTime();
        for (List<OtherSession> holders = reported.get().holders();
                !holders.isEmpty();
                holders = reported.get().holders()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - begun);
            LockWait wait = new LockWait(String.valueOf(subject.what()), holders, waited, timeout);
            if (waited.compareTo(timeout) >= 0) {
                throw tooLong(wait);
            }
            backoff.sleep(timeout.minus(waited));
        }
    }

    /**
     * Returns the lock holders without acquiring the lock. Changes nothing.
     *
     * @param session a session of the database, with the schema of its history table
     * @return the holders, none if the lock is free; empty if the database does not report to this user who holds it
     */
    public Optional<List<OtherSession>> holders(DatabaseSession session) throws SQLException {
        Optional<DatabaseLock> lock = reported(session);
        return lock.isEmpty() ? Optional.empty() : Optional.of(lock.get().holders());
    }

    /**
     * Returns the sessions that wait for the lock, longest wait first. Changes nothing.
     *
     * @param session a session of the database, with the schema of its history table
     * @return the sessions; empty if the product does not report them
     */
    public Optional<List<OtherSession>> waiting(DatabaseSession session) throws SQLException {
        Optional<DatabaseLock> lock = reported(session);
        return lock.isEmpty() ? Optional.empty() : lock.get().waiting();
    }

    private DatabaseLock lock(DatabaseSession session) throws SQLException {
        JdbcQueries questions = new JdbcQueries(session.connection());
        Optional<DatabaseLock> reported = reported(session);
        if (reported.isPresent()) {
            return reported.get();
        }
        if (locking(session) instanceof Locking.LockFile file) {
            return DatabaseFileLock.of(file, subject.suffix(), questions);
        }
        return new SecondConnectionLock(dataSource, table(session));
    }

    /** Returns the lock of a product whose sessions can see who holds it. */
    private Optional<DatabaseLock> reported(DatabaseSession session) throws SQLException {
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

    private Locking locking(DatabaseSession session) throws SQLException {
        return session.dialect().sessions().locking(name(session), token());
    }

    private String table(DatabaseSession session) {
        return session.dialect().identifiers().sql(lockTable(session.table().address(), subject.suffix()));
    }

    /** Identifies this acquisition. It need not be secret, and {@link java.security.SecureRandom} is slow to start. */
    private static String token() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** Products without schemas inside a database call the database what others call a schema. */
    private LockName name(DatabaseSession session) throws SQLException {
        Connection connection = session.connection();
        QualifiedName table = session.table().address();
        String stored = session.dialect().identifiers().stored(table.name()) + subject.name();
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
     * Returns the tables with the lock rows of the migration lock and of backfills, for products without lock functions. Some
     * have them only while the lock is held.
     *
     * @param table the history table
     */
    public static List<QualifiedName> lockTables(QualifiedName table) {
        return List.of(lockTable(table, "_lock"), lockTable(table, "_backfill_lock"));
    }

    private static QualifiedName lockTable(QualifiedName table, String suffix) {
        String name = table.name();
        return new QualifiedName(
                table.schema(),
                name.endsWith("\"") ? name.substring(0, name.length() - 1) + suffix + "\"" : name + suffix);
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
