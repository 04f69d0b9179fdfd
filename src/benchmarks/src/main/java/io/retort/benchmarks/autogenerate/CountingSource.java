package io.retort.benchmarks.autogenerate;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Opens connections that count statements and those metadata calls that a driver turns into statements. */
final class CountingSource {

    private static final Set<String> QUESTIONS = Set.of(
            "getTables",
            "getColumns",
            "getIndexInfo",
            "getPrimaryKeys",
            "getImportedKeys",
            "getExportedKeys",
            "getSchemas",
            "getCatalogs",
            "getTypeInfo",
            "getSequences",
            "getUDTs");

    private final AtomicInteger statements = new AtomicInteger();
    private final String url;
    private final String user;
    private final String password;

    CountingSource(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    int statements() {
        return statements.get();
    }

    Connection connect() throws SQLException {
        return watched(Connection.class, DriverManager.getConnection(url, user, password));
    }

    DataSource dataSource() {
        return proxy(DataSource.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getConnection" -> connect();
            case "toString" -> "counting";
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private <T> T watched(Class<T> type, T real) {
        return proxy(type, (proxy, method, arguments) -> {
            String name = method.getName();
            boolean asked = real instanceof Statement ? name.startsWith("execute") : QUESTIONS.contains(name);
            if (asked) {
                statements.incrementAndGet();
            }
            try {
                return wrapped(method.invoke(real, arguments), method.getReturnType());
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private Object wrapped(Object result, Class<?> type) {
        boolean watch =
                Statement.class.isAssignableFrom(type) || type == DatabaseMetaData.class || type == Connection.class;
        return watch && result != null ? watchedAs(type, result) : result;
    }

    private <T> T watchedAs(Class<T> type, Object real) {
        return watched(type, type.cast(real));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(CountingSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
