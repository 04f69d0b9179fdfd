package io.retort.diff.internal.inspect;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes one of the queries on a connection fail at the server.
 *
 * @param number the number of the query, from 1
 */
record BrokenQuery(int number) {

    private static final String BROKEN = "select 1 from no_such_view";

    /** Returns a connection on which that query reads a missing view. */
    Connection on(Connection connection) {
        AtomicInteger sent = new AtomicInteger();
        return proxy(Connection.class, (method, arguments) -> {
            Object result = call(connection, method, arguments);
            return result instanceof Statement statement ? watched(statement, sent) : result;
        });
    }

    private Statement watched(Statement statement, AtomicInteger sent) {
        return proxy(Statement.class, (method, arguments) -> {
            boolean query = method.getName().startsWith("execute") && arguments != null;
            boolean broken = query && sent.incrementAndGet() == number;
            return call(statement, method, broken ? new Object[] {BROKEN} : arguments);
        });
    }

    private interface Call {
        Object with(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                BrokenQuery.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.with(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
