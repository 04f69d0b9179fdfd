package io.retort.diff.internal.inspect;

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
 * Lends the caller's connection to SchemaCrawler, to one thread at a time, and never closes it. Failures are recorded,
 * because after some of them SchemaCrawler continues as if the result were empty. Texts keep their {@link OuterSpaces}.
 */
final class WatchedConnection implements DatabaseConnectionSource {

    /**
     * An error of the database.
     *
     * @param sql the statement; null if no statement had been sent
     * @param cause the exception of the driver
     */
    record Failure(@Nullable String sql, SQLException cause) {}

    private static final Set<Class<?>> WATCHED = Set.of(Connection.class, Statement.class, ResultSet.class);

    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
    private final Connection lent;

    WatchedConnection(Connection connection) {
        this.lent = (Connection) watch(connection, Connection.class, null);
    }

    /** Returns the first failure, including one that SchemaCrawler swallowed. */
    Optional<Failure> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Waits until no other thread uses the connection. Closing the connection releases it. */
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
        // the connection is used with the settings of the caller
    }

    @Override
    public void close() {
        // the caller closes the connection
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
            if (jdbc instanceof ResultSet) {
                result = OuterSpaces.marked(result);
            }
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
