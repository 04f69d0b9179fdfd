package io.retort.internal.journal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source that simulates the death of the process: at a given call all its connections are cut, and no later call
 * is executed. The database rolls back uncommitted work; what commits by itself stays.
 */
final class KillSwitch {

    /** The simulated death. An error, which no database throws. */
    static final class Killed extends Error {
        Killed(String at) {
            super(at, null, false, false);
        }
    }

    private static final Set<String> CALLS = Set.of("execute", "executeUpdate", "executeQuery", "commit");

    private final DataSource real;
    private final int deadly;
    private final boolean after;
    private final List<Connection> connections = new ArrayList<>();
    private int calls;
    private boolean dead;

    /**
     * Creates a switch.
     *
     * @param real the data source
     * @param deadly the number of the call, from 1
     * @param after whether the call comes through, be it refused or not, before all ends
     */
    KillSwitch(DataSource real, int deadly, boolean after) {
        this.real = real;
        this.deadly = deadly;
        this.after = after;
    }

    /** A killed run may report the kill; any other exception fails the test. */
    static void requireDead(KillSwitch killSwitch, Throwable thrown) {
        if (!killSwitch.dead) {
            throw new AssertionError("failed alive", thrown);
        }
    }

    boolean isDead() {
        return dead;
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                return forward(real, method, arguments);
            }
            refuseIfDead();
            Connection connection = real.getConnection();
            connections.add(connection);
            return proxy(Connection.class, watching(connection));
        });
    }

    private InvocationHandler watching(Object target) {
        return (proxy, method, arguments) -> {
            if (dead && method.getName().equals("close")) {
                return null;
            }
            refuseIfDead();
            boolean counts = CALLS.contains(method.getName());
            if (counts && ++calls == deadly && !after) {
                throw die(method, arguments);
            }
            Object result = null;
            Throwable refusal = null;
            try {
                result = forward(target, method, arguments);
            } catch (SQLException e) {
                refusal = e;
            }
            if (counts && calls == deadly) {
                throw die(method, arguments);
            }
            if (refusal != null) {
                throw refusal;
            }
            if (result instanceof java.sql.PreparedStatement) {
                return proxy(java.sql.PreparedStatement.class, watching(result));
            }
            return result instanceof java.sql.Statement ? proxy(java.sql.Statement.class, watching(result)) : result;
        };
    }

    private void refuseIfDead() throws SQLException {
        if (dead) {
            throw new SQLException("the process is dead", "08006");
        }
    }

    private Killed die(Method method, Object @Nullable [] arguments) throws SQLException {
        dead = true;
        for (Connection connection : connections) {
            if (!connection.isClosed()) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                connection.close();
            }
        }
        return new Killed(
                (after ? "after " : "before ") + method.getName() + " " + (arguments == null ? "" : arguments[0]));
    }

    private static @Nullable Object forward(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(KillSwitch.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
