package io.retort.internal.execute;

import io.retort.internal.session.QuietClose;
import io.retort.internal.sql.TransactionControl;
import io.retort.sql.SqlSyntax;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connection that Java code of the user gets. In a transactional step the code cannot end the transaction, because
 * the row of the history table belongs to it. The code can never close the connection.
 */
final class WorkConnection implements InvocationHandler {

    private static final String INVALID_TRANSACTION_TERMINATION = "2D000";
    private static final String FUNCTION_SEQUENCE = "HY010";

    private final Connection real;
    private final String work;
    private final SqlSyntax syntax;
    private final boolean inTransaction;
    private final Set<Statement> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean uncommitted;
    private volatile boolean ended;

    /**
     * Creates the connection for one piece of work.
     *
     * @param real the connection
     * @param work the name of the work
     * @param syntax how the session reads SQL
     */
    WorkConnection(Connection real, String work, SqlSyntax syntax) throws SQLException {
        this.real = real;
        this.work = work;
        this.syntax = syntax;
        this.inTransaction = !real.getAutoCommit();
    }

    /** Returns the guarded connection. */
    Connection connection() {
        return proxy(Connection.class, this);
    }

    /** Closes what the work has left open: SQLite locks the tables of an open result. From now on the connection is useless. */
    void release() {
        ended = true;
        synchronized (open) {
            open.forEach(QuietClose::quietly);
            open.clear();
        }
    }

    /**
     * Ends the work. Outside a transactional step, the code may have started its own transaction.
     *
     * @throws SQLException if the code left a transaction open, which is rolled back
     */
    void end() throws SQLException {
        if (inTransaction || real.getAutoCommit()) {
            return;
        }
        real.rollback();
        real.setAutoCommit(true);
        if (uncommitted) {
            throw new SQLException(
                    "the work \"" + work + "\" disabled auto-commit and ended without a commit:"
                            + " uncommitted changes were rolled back; commit them in the work",
                    INVALID_TRANSACTION_TERMINATION);
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        requireWorking(method);
        switch (method.getName()) {
            case "equals":
                return proxy == arguments(arguments)[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            case "isClosed":
                return ended || real.isClosed();
            case "unwrap":
                if (arguments(arguments)[0] == Connection.class) {
                    return proxy;
                }
                break;
            case "close":
                throw refusal("close()", "it belongs to Retort, which closes it");
            case "setAutoCommit":
                if (inTransaction && Boolean.TRUE.equals(arguments(arguments)[0])) {
                    throw endsTransaction("setAutoCommit(true)");
                }
                break;
            case "commit":
                uncommitted = false;
                requireOwn("commit()");
                break;
            case "rollback":
                if (arguments == null || arguments.length == 0) {
                    uncommitted = false;
                    requireOwn("rollback()");
                }
                break;
            default:
                refuseSql(method, arguments);
        }
        List<String> sent = new ArrayList<>(sql(method, arguments));
        return guarded(forward(real, method, arguments, sent), (Connection) proxy, sent);
    }

    /** Another step may be running on the connection. */
    private void requireWorking(Method method) throws SQLException {
        if (ended
                && method.getDeclaringClass() != Object.class
                && !method.getName().equals("isClosed")) {
            throw new SQLException(
                    "the work \"" + work + "\" has ended, so its connection can no longer be used", FUNCTION_SEQUENCE);
        }
    }

    /** The statement that a call sends or prepares; none for other calls. */
    private static List<String> sql(Method method, Object @Nullable [] arguments) {
        String name = method.getName();
        boolean sends = name.startsWith("execute") || name.startsWith("prepare") || name.equals("addBatch");
        return sends && arguments != null && arguments.length > 0 && arguments[0] instanceof String sql
                ? List.of(sql)
                : List.of();
    }

    private void requireOwn(String call) throws SQLException {
        if (inTransaction) {
            throw endsTransaction(call);
        }
    }

    private SQLException endsTransaction(String call) {
        return refusal(
                call,
                "its step and the row in the history table are one transaction, which Retort commits;"
                        + " remove the call, or run the revision outside a transaction"
                        + " (@Revision(transactional = false))");
    }

    private SQLException refusal(String call, String why) {
        return new SQLException(
                "the work \"" + work + "\" called " + call + " on the connection: " + why,
                INVALID_TRANSACTION_TERMINATION);
    }

    private void refuseSql(Method method, Object @Nullable [] arguments) throws SQLException {
        for (String sql : sql(method, arguments)) {
            String call = "\"" + sql.strip() + "\"";
            if (inTransaction && TransactionControl.isIn(sql, syntax)) {
                throw endsTransaction(call);
            }
            if (!inTransaction && real.getAutoCommit() && TransactionControl.beginsIn(sql, syntax)) {
                throw refusal(
                        call,
                        "neither the driver nor Retort would know whether a transaction is open; call"
                                + " setAutoCommit(false) and commit() instead");
            }
        }
    }

    private static Object[] arguments(Object @Nullable [] arguments) {
        return arguments == null ? new Object[0] : arguments;
    }

    /** Statements expose the connection, so they are guarded, too. */
    private @Nullable Object guarded(@Nullable Object result, Connection connection, List<String> sent) {
        if (result instanceof Statement statement) {
            synchronized (open) {
                open.add(statement);
            }
        }
        if (result instanceof CallableStatement) {
            return proxy(CallableStatement.class, statement(result, connection, sent));
        }
        if (result instanceof PreparedStatement) {
            return proxy(PreparedStatement.class, statement(result, connection, sent));
        }
        if (result instanceof Statement) {
            return proxy(Statement.class, statement(result, connection, sent));
        }
        return result instanceof DatabaseMetaData
                ? proxy(DatabaseMetaData.class, statement(result, connection, sent))
                : result;
    }

    /** A batch ends with the failure of one of its statements. */
    private InvocationHandler statement(Object target, Connection connection, List<String> sent) {
        return (proxy, method, arguments) -> {
            requireWorking(method);
            switch (method.getName()) {
                case "getConnection":
                    return connection;
                case "equals":
                    return proxy == arguments(arguments)[0];
                case "hashCode":
                    return System.identityHashCode(proxy);
                default:
                    refuseSql(method, arguments);
                    uncommitted |= method.getName().startsWith("execute");
                    if (!method.getName().equals("addBatch")
                            && !sql(method, arguments).isEmpty()) {
                        sent.clear();
                    }
                    sent.addAll(sql(method, arguments));
                    return forward(target, method, arguments, sent);
                case "close":
                    synchronized (open) {
                        open.remove(target);
                    }
                    return forward(target, method, arguments, sent);
            }
        };
    }

    private @Nullable Object forward(Object target, Method method, Object @Nullable [] arguments, List<String> sent)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException failure ? MaskedFailure.of(failure, sent, syntax) : e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(WorkConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
