package io.retort.internal.declaration;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a method. They accept what the Java compiler would accept, and null only where it is declared.
 *
 * @param method the method
 */
record Parameters(Method method) {

    /** Returns whether the arguments fit; those of a variable parameter are its elements. */
    boolean accept(List<@Nullable Object> arguments) {
        int fixed = fixed();
        if (method.isVarArgs() ? arguments.size() < fixed : arguments.size() != fixed) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            AnnotatedType type = i < fixed ? method.getAnnotatedParameterTypes()[i] : element();
            if (!accepts(type, arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private int fixed() {
        return method.getParameterCount() - (method.isVarArgs() ? 1 : 0);
    }

    private AnnotatedType element() {
        return ((AnnotatedArrayType) method.getAnnotatedParameterTypes()[fixed()]).getAnnotatedGenericComponentType();
    }

    /** Returns the arguments with those of a variable parameter in an array. */
    @Nullable
    Object[] packed(List<@Nullable Object> arguments) {
        if (!method.isVarArgs()) {
            return arguments.toArray();
        }
        int fixed = fixed();
        Object elements =
                Array.newInstance(method.getParameterTypes()[fixed].getComponentType(), arguments.size() - fixed);
        for (int i = fixed; i < arguments.size(); i++) {
            Array.set(elements, i - fixed, arguments.get(i));
        }
        return Stream.concat(arguments.subList(0, fixed).stream(), Stream.of(elements))
                .toArray();
    }

    private static boolean accepts(AnnotatedType type, @Nullable Object value) {
        if (value == null) {
            return type.isAnnotationPresent(Nullable.class);
        }
        return type.getType() instanceof ParameterizedType generic
                ? accepts(generic, value)
                : type.getType() instanceof Class<?> plain && accepts(plain, value);
    }

    private static boolean accepts(Class<?> type, Object value) {
        if (type == int.class) {
            return value instanceof Integer;
        }
        if (type == long.class) {
            return value instanceof Integer || value instanceof Long;
        }
        if (type == Object.class) {
            return isPlain(value);
        }
        return type == boolean.class ? value instanceof Boolean : type.isInstance(value);
    }

    private static boolean isPlain(Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Temporal
                || value instanceof UUID
                || value instanceof byte[];
    }

    private static boolean accepts(ParameterizedType type, Object value) {
        if (type.getRawType() == Consumer.class) {
            return value instanceof Consumer;
        }
        if (type.getRawType() != List.class || !(value instanceof List<?> list)) {
            return false;
        }
        Type element = type.getActualTypeArguments()[0];
        return element == Object.class
                || element == String.class && list.stream().allMatch(String.class::isInstance);
    }

    /** Returns the type of a value for a message. */
    static String typeOf(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Consumer) {
            return "block";
        }
        return value instanceof List ? "list" : value.getClass().getSimpleName();
    }

    @Override
    public String toString() {
        return Stream.of(method.getParameters())
                .map(parameter -> parameter.getType().getSimpleName())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
