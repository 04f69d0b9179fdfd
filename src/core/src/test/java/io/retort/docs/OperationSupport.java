package io.retort.docs;

import io.retort.migration.Operations;
import io.retort.migration.Support;
import io.retort.migration.Support.Product;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The products that support each method of {@link Operations}, as its annotation lists them. */
final class OperationSupport {

    static final Map<Product, String> NAMES = names();

    private OperationSupport() {}

    /** Returns the methods that add an operation, in the order of their signatures. */
    static List<Method> methods() {
        return Arrays.stream(Operations.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .sorted((one, other) -> signature(one).compareTo(signature(other)))
                .toList();
    }

    static String table() {
        return methods().stream()
                .map(method -> "| `" + signature(method) + "` | " + products(method) + " |\n")
                .collect(Collectors.joining());
    }

    static String signature(Method method) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> type(parameter.getType(), parameter.isVarArgs()))
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }

    private static String type(Class<?> type, boolean several) {
        if (several) {
            return type(type.getComponentType(), false) + "...";
        }
        boolean part = type.getEnclosingClass() != null;
        return (part ? type.getEnclosingClass().getSimpleName() + "." : "") + type.getSimpleName();
    }

    private static String products(Method method) {
        List<Product> supported = List.of(method.getAnnotation(Support.class).value());
        return supported.size() == Product.values().length
                ? "all"
                : supported.stream().map(NAMES::get).collect(Collectors.joining(", "));
    }

    private static Map<Product, String> names() {
        Map<Product, String> names = new EnumMap<>(Product.class);
        names.put(Product.POSTGRESQL, "PostgreSQL");
        names.put(Product.MYSQL, "MySQL");
        names.put(Product.MARIADB, "MariaDB");
        names.put(Product.H2, "H2");
        names.put(Product.HSQLDB, "HSQLDB");
        names.put(Product.SQLITE, "SQLite");
        names.put(Product.SQL_SERVER, "SQL Server");
        return names;
    }
}
