package io.retort.reliability.process;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source on which one call to the database ends in an {@link Error}: half of them before the call, half after it. */
final class ErrorAtCall {

    private static final Set<String> CALLS =
            Set.of("execute", "executeUpdate", "executeQuery", "executeBatch", "commit", "rollback");

    private final int call;
    private int calls;

    private ErrorAtCall(int call) {
        this.call = call;
    }

    /**
     * The same data source, with an error.
     *
     * @param call the number of the call, from 1; 0 for none
     */
    static DataSource on(DataSource real, int call) {
        return call == 0 ? real : proxy(DataSource.class, new ErrorAtCall(call).watching(real));
    }

    private InvocationHandler watching(Object target) {
        return (proxy, method, arguments) -> {
            boolean hit = CALLS.contains(method.getName()) && next();
            if (hit && call % 2 == 0) {
                throw injected();
            }
            Object result;
            try {
                result = method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (hit) {
                throw injected();
            }
            return method.getName().equals("unwrap") ? result : wrapped(result);
        };
    }

    private synchronized boolean next() {
        return ++calls == call;
    }

    private static Error injected() {
        return new StackOverflowError("injected");
    }

    private @Nullable Object wrapped(@Nullable Object result) {
        if (result instanceof Connection) {
            return proxy(Connection.class, watching(result));
        }
        if (result instanceof PreparedStatement) {
            return proxy(PreparedStatement.class, watching(result));
        }
        return result instanceof Statement ? proxy(Statement.class, watching(result)) : result;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(ErrorAtCall.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
