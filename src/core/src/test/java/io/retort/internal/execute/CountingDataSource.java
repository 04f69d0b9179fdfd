package io.retort.internal.execute;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** Records every statement, and every metadata call that drivers implement with a query. */
public final class CountingDataSource {

    private static final List<String> QUERIES = List.of("getTables", "getColumns", "getUserName", "getSchemas");

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final DataSource source;

    public CountingDataSource(DataSource source) {
        this.source = wrap(DataSource.class, source);
    }

    public DataSource source() {
        return source;
    }

    /** Returns the recorded calls, in order. */
    public List<String> sent() {
        return sent;
    }

    private <T> T wrap(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute") || QUERIES.contains(method.getName())) {
                        sent.add(
                                arguments == null || method.getName().startsWith("get")
                                        ? method.getName()
                                        : "" + arguments[0]);
                    }
                    try {
                        return wrapped(method.invoke(real, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private Object wrapped(Object answer) {
        if (answer instanceof Connection connection) {
            return wrap(Connection.class, connection);
        }
        if (answer instanceof DatabaseMetaData metaData) {
            return wrap(DatabaseMetaData.class, metaData);
        }
        return answer instanceof Statement statement && !(answer instanceof java.sql.PreparedStatement)
                ? wrap(Statement.class, statement)
                : answer;
    }
}
