package io.retort.internal.declaration;

import io.retort.migration.Definitions;
import io.retort.migration.Operations;
import io.retort.operation.Batches;
import io.retort.operation.Fill;
import io.retort.schema.Table;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The methods and constants that a declaration can contain: those of {@link Operations} and {@link Definitions}, and the
 * fluent methods of the values that they return.
 */
final class Vocabulary {

    /** Their arguments are Java code. */
    private static final Set<String> CODE = Set.of("work", "custom", "reverse");

    /** The values of operations with fluent methods. */
    private static final Set<Class<?>> FLUENT = Set.of(Fill.class, Fill.Assignments.class, Batches.class);

    private static final Map<String, List<Method>> OPERATIONS =
            byName(Operations.class, method -> !isStatic(method) && !CODE.contains(method.getName()));

    private static final Map<String, List<Method>> DEFINITIONS = byName(Definitions.class, Vocabulary::isStatic);

    private static final Map<String, Object> CONSTANTS = constants();

    private Vocabulary() {}

    static boolean isCode(String method) {
        return CODE.contains(method);
    }

    static Candidates operations(String method) {
        return new Candidates("method of op", OPERATIONS.getOrDefault(method, List.of()), OPERATIONS.keySet());
    }

    static Candidates definitions(String method) {
        return new Candidates(
                "method of Definitions", DEFINITIONS.getOrDefault(method, List.of()), DEFINITIONS.keySet());
    }

    /** Returns the methods of a value that return another value of a schema. */
    static Candidates fluent(@Nullable Object value, String method) {
        if (value == null || !isValue(value.getClass())) {
            return new Candidates("method that can be called on this value", List.of(), Set.of());
        }
        Map<String, List<Method>> methods = byName(value.getClass(), found -> isFluent(found, value.getClass()));
        return new Candidates(
                "method of " + value.getClass().getSimpleName(),
                methods.getOrDefault(method, List.of()),
                methods.keySet());
    }

    static Optional<Object> constant(String name) {
        return Optional.ofNullable(CONSTANTS.get(name));
    }

    static String constantNames() {
        return String.join(", ", CONSTANTS.keySet());
    }

    private static boolean isFluent(Method method, Class<?> type) {
        return !isStatic(method) && isValue(method.getReturnType()) && !isAccessor(method, type);
    }

    private static boolean isAccessor(Method method, Class<?> type) {
        return method.getParameterCount() == 0
                && type.isRecord()
                && Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .anyMatch(method.getName()::equals);
    }

    private static boolean isValue(Class<?> type) {
        return type.getPackage() == Table.class.getPackage()
                || type.getEnclosingClass() == Definitions.class
                || FLUENT.contains(type);
    }

    private static boolean isStatic(Method method) {
        return Modifier.isStatic(method.getModifiers());
    }

    private static Map<String, List<Method>> byName(Class<?> type, Predicate<Method> wanted) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(wanted)
                .collect(Collectors.groupingBy(Method::getName));
    }

    private static Map<String, Object> constants() {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Field field : Definitions.class.getFields()) {
            try {
                constants.put(field.getName(), field.get(null));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("a public constant can be read", e);
            }
        }
        return constants;
    }
}
