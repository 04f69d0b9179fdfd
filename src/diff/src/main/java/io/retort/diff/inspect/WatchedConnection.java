package io.retort.diff.inspect;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import us.fatehi.utility.datasource.DatabaseConnectionSource;

/**
 * The caller's connection, lent to SchemaCrawler: to one of its threads at a time, never closed, and watched, because
 * SchemaCrawler goes on after some failures as if there were nothing to read.
 */
final class WatchedConnection implements DatabaseConnectionSource {

    /**
     * A failure of the database.
     *
     * @param sql what was sent; null if nothing had been
     */
    record Failure(@Nullable String sql, SQLException cause) {}

    private static final Set<Class<?>> WATCHED = Set.of(Connection.class, Statement.class, ResultSet.class);

    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
    private final Connection lent;

    WatchedConnection(Connection connection) {
        this.lent = (Connection) watch(connection, Connection.class, null);
    }

    /** The first failure, even one that SchemaCrawler kept to itself. */
    Optional<Failure> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Waits until no other thread has the connection; closing it gives it back. */
    @Override
    public Connection get() {
        turn.lock();
        return lent;
    }

    @Override
    public boolean releaseConnection(Connection connection) {
        return true;
    }

    @Override
    public void setFirstConnectionInitializer(Consumer<Connection> initializer) {
        // a lent connection is used as it is
    }

    @Override
    public void close() {
        // the connection is the caller's
    }

    private Object watch(Object jdbc, Class<?> face, @Nullable String sql) {
        return Proxy.newProxyInstance(
                face.getClassLoader() == null ? getClass().getClassLoader() : face.getClassLoader(),
                new Class<?>[] {face},
                (proxy, method, arguments) -> call(jdbc, method, arguments, sql));
    }

    private @Nullable Object call(Object jdbc, Method method, Object @Nullable [] arguments, @Nullable String before)
            throws Throwable {
        if (jdbc instanceof Connection && method.getName().equals("close")) {
            turn.unlock();
            return null;
        }
        String sql = arguments != null && method.getName().startsWith("execute") ? (String) arguments[0] : before;
        try {
            Object result = method.invoke(jdbc, arguments);
            return result != null && WATCHED.contains(method.getReturnType())
                    ? watch(result, method.getReturnType(), sql)
                    : result;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException cause) {
                failure.compareAndSet(null, new Failure(sql, cause));
            }
            throw e.getCause();
        }
    }
}
