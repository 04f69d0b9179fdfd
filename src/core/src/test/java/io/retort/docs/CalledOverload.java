package io.retort.docs;

import io.retort.migration.Definitions;
import io.retort.operation.JavaCall;
import io.retort.operation.Statement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Chooses the overload that a call in a revision file calls, by the types of its arguments, as the compiler does. */
final class CalledOverload {

    /** The type of the keyword {@code null}. */
    private static final Class<?> NULL = Void.class;

    private CalledOverload() {}

    /** Returns the method that accepts the arguments; a method without variable arguments comes first. */
    static Method of(JavaCall call, List<Method> methods) {
        List<Class<?>> arguments =
                call.arguments().stream().<Class<?>>map(CalledOverload::type).toList();
        return methods.stream()
                .filter(method -> method.getName().equals(call.method()) && accepts(method, arguments))
                .min(Comparator.comparing(Method::isVarArgs))
                .orElseThrow(() -> new IllegalArgumentException("No method accepts " + call + " with " + arguments));
    }

    private static boolean accepts(Method method, List<Class<?>> arguments) {
        Class<?>[] parameters = method.getParameterTypes();
        int fixed = method.isVarArgs() ? parameters.length - 1 : parameters.length;
        return (method.isVarArgs() ? arguments.size() >= fixed : arguments.size() == fixed)
                && IntStream.range(0, arguments.size())
                        .allMatch(at -> accepts(
                                at < fixed ? parameters[at] : parameters[fixed].getComponentType(), arguments.get(at)));
    }

    private static boolean accepts(Class<?> parameter, Class<?> argument) {
        return argument == NULL ? !parameter.isPrimitive() : parameter.isAssignableFrom(argument);
    }

    private static Class<?> type(@Nullable Object argument) {
        if (argument instanceof JavaCall call) {
            return type(call);
        }
        if (argument instanceof JavaCall.Block) {
            return Consumer.class;
        }
        if (argument instanceof JavaCall.Raw raw) {
            return raw.text().equals("null") ? NULL : Statement.Work.Code.class;
        }
        return argument == null ? NULL : argument.getClass();
    }

    private static Class<?> type(JavaCall call) {
        Class<?> type = returned(Definitions.class, call);
        for (JavaCall link : call.chain()) {
            type = returned(type, link);
        }
        return type;
    }

    private static Class<?> returned(Class<?> owner, JavaCall call) {
        return Arrays.stream(owner.getMethods())
                .filter(method -> method.getName().equals(call.method())
                        && (method.isVarArgs()
                                || method.getParameterCount()
                                        == call.arguments().size()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(owner + " has no method for " + call))
                .getReturnType();
    }
}
