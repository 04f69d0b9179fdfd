package io.retort.run;

import io.retort.run.RunListener.LockWait;
import io.retort.run.RunListener.Retry;
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
 * Injects one fault at one seam of a run: before or after a call to the driver or to a listener. The driver itself is
 * real. Closing a connection sets auto-commit, as the worst pools do.
 */
final class FaultInjector {

    /** The kinds of faults. */
    enum Kind {
        SQL_EXCEPTION,
        RUNTIME_EXCEPTION,
        ERROR,
        INTERRUPT,
        BROKEN_CONNECTION
    }

    /**
     * A fault.
     *
     * @param seam the number of the call, from 1; 0 for none
     * @param after whether the call is executed
     * @param kind the kind of fault
     */
    record Fault(int seam, boolean after, Kind kind) {
        static final Fault NONE = new Fault(0, false, Kind.ERROR);
    }

    private static final Set<String> CALLS =
            Set.of("execute", "executeUpdate", "executeQuery", "commit", "rollback", "setAutoCommit", "close");

    private final DataSource real;
    private final Fault fault;
    private final List<Connection> connections = new ArrayList<>();
    private final List<String> seams = new ArrayList<>();
    private boolean broken;

    FaultInjector(DataSource real, Fault fault) {
        this.real = real;
        this.fault = fault;
    }

    /** Where in a run something can go wrong. */
    enum Place {
        STATEMENT,
        COMMIT,
        ROLLBACK,
        AUTO_COMMIT,
        CLOSED_STATEMENT,
        CLOSED_CONNECTION,
        LISTENER;

        static Place of(String seam) {
            if (seam.startsWith("listener.")) {
                return LISTENER;
            }
            return switch (seam.split(" ")[0]) {
                case "commit" -> COMMIT;
                case "rollback" -> ROLLBACK;
                case "setAutoCommit" -> AUTO_COMMIT;
                case "statement.close" -> CLOSED_STATEMENT;
                case "connection.close" -> CLOSED_CONNECTION;
                default -> STATEMENT;
            };
        }
    }

    /** Where the fault was; the run came to it. */
    Place place() {
        return Place.of(seams.get(fault.seam() - 1));
    }

    /** Returns the calls, in order. */
    List<String> seams() {
        return seams;
    }

    /** Returns whether the run has reached the fault. */
    boolean isDone() {
        return fault.seam() > 0 && seams.size() >= fault.seam();
    }

    String where() {
        return (fault.after() ? "after " : "before ") + fault.seam() + " "
                + (isDone() ? seams.get(fault.seam() - 1) : "nothing") + ": " + fault.kind();
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                return forward(real, method, arguments);
            }
            Connection connection = real.getConnection();
            connections.add(connection);
            return proxy(Connection.class, watching(connection));
        });
    }

    private InvocationHandler watching(Object target) {
        return (proxy, method, arguments) -> {
            boolean closes = method.getName().equals("close");
            if (broken) {
                if (closes) {
                    return null;
                }
                throw lost();
            }
            if (!CALLS.contains(method.getName())) {
                return wrapped(forward(target, method, arguments));
            }
            String call = (closes ? target instanceof Connection ? "connection." : "statement." : "")
                    + method.getName()
                    + (arguments == null ? "" : " " + arguments[0]);
            boolean hit = isHit(call);
            if (hit && !fault.after()) {
                goWrong();
            }
            if (closes && target instanceof Connection connection && !connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
            Object result = forward(target, method, arguments);
            if (hit && fault.after()) {
                goWrong();
            }
            return wrapped(result);
        };
    }

    private boolean isHit(String call) {
        seams.add(call);
        return seams.size() == fault.seam();
    }

    private @Nullable Object wrapped(@Nullable Object result) {
        if (result instanceof java.sql.PreparedStatement) {
            return proxy(java.sql.PreparedStatement.class, watching(result));
        }
        return result instanceof java.sql.Statement ? proxy(java.sql.Statement.class, watching(result)) : result;
    }

    private void goWrong() throws SQLException {
        switch (fault.kind()) {
            case SQL_EXCEPTION ->
                throw fault.after()
                        ? new SQLException("injected: the driver stumbles over the answer")
                        : new SQLException("injected: refused", "HY000", 4711);
            case RUNTIME_EXCEPTION -> throw new IllegalStateException("injected");
            case ERROR -> throw new StackOverflowError("injected");
            case INTERRUPT -> Thread.currentThread().interrupt();
            case BROKEN_CONNECTION -> {
                breakConnections();
                throw lost();
            }
        }
    }

    private static SQLException lost() {
        return new SQLException("injected: connection reset", "08006");
    }

    /** The server terminates the sessions, so uncommitted work is rolled back. */
    private void breakConnections() throws SQLException {
        broken = true;
        for (Connection connection : connections) {
            if (!connection.isClosed()) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                connection.close();
            }
        }
    }

    RunListener listener() {
        return new RunListener() {
            @Override
            public void waiting(LockWait wait) {
                called("waiting");
            }

            @Override
            public void begin(String database, int total) {
                called("begin");
            }

            @Override
            public void before(PreparedStep step, int number, int total) {
                called("before " + step.revision().id());
            }

            @Override
            public void warning(String sentence) {
                called("warning");
            }

            @Override
            public void after(StepReport report, int number, int total) {
                called("after " + report.revision().id());
            }

            @Override
            public void retrying(Retry retry) {
                called("retrying");
            }

            @Override
            public void progress(String text) {
                called("progress");
            }

            @Override
            public void end(@Nullable Throwable failure) {
                called("end");
            }
        };
    }

    private void called(String event) {
        if (isHit("listener." + event)) {
            try {
                goWrong();
            } catch (SQLException e) {
                sneak(e);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
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
        return type.cast(Proxy.newProxyInstance(FaultInjector.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
