package io.retort.internal.declaration;

import io.retort.error.RetortException;
import io.retort.internal.declaration.Expression.Call;
import io.retort.internal.declaration.SourceErrors.UnreadableSourceException;
import io.retort.internal.text.NameSuggestions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call with the values of its arguments.
 */
final class Invocation {

    private final Call call;
    private final List<@Nullable Object> arguments;
    private final SourceErrors errors;

    /**
     * @param call the call
     * @param arguments the values
     * @param errors creates errors
     */
    Invocation(Call call, List<@Nullable Object> arguments, SourceErrors errors) {
        this.call = call;
        this.arguments = arguments;
        this.errors = errors;
    }

    static Invocation of(Call call, SourceErrors errors) {
        List<@Nullable Object> arguments = new ArrayList<>();
        call.arguments().forEach(argument -> arguments.add(argument.evaluate(errors)));
        return new Invocation(call, arguments, errors);
    }

    /**
     * Calls the method that fits the arguments, as the Java compiler would choose it.
     *
     * @param target the object; null for static methods
     * @param candidates the methods
     */
    @Nullable
    Object on(@Nullable Object target, Candidates candidates) {
        if (candidates.methods().isEmpty()) {
            throw unknown(candidates);
        }
        List<Method> fitting = fitting(candidates.methods(), false);
        fitting = fitting.isEmpty() ? fitting(candidates.methods(), true) : fitting;
        List<Method> best = mostSpecific(fitting);
        if (best.size() != 1) {
            throw wrongArguments(candidates);
        }
        return invoke(target, best.get(0));
    }

    private List<Method> fitting(List<Method> methods, boolean variable) {
        return methods.stream()
                .filter(method -> method.isVarArgs() == variable)
                .filter(method -> new Parameters(method).accept(arguments))
                .toList();
    }

    private static List<Method> mostSpecific(List<Method> methods) {
        return methods.stream()
                .filter(method -> methods.stream().allMatch(other -> isAtLeastAsSpecific(method, other)))
                .toList();
    }

    private static boolean isAtLeastAsSpecific(Method method, Method other) {
        Class<?>[] own = method.getParameterTypes();
        Class<?>[] others = other.getParameterTypes();
        if (own.length != others.length) {
            return method.equals(other);
        }
        for (int i = 0; i < own.length; i++) {
            if (!others[i].isAssignableFrom(own[i])) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Object invoke(@Nullable Object target, Method method) {
        try {
            return method.invoke(target, new Parameters(method).packed(arguments));
        } catch (InvocationTargetException e) {
            throw refusal(e.getTargetException());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a public method can be called", e);
        }
    }

    private RuntimeException refusal(Throwable cause) {
        if (cause instanceof UnreadableSourceException nested) {
            return nested;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        String reason = cause instanceof RetortException e ? e.what() : Objects.toString(cause.getMessage(), "invalid");
        return errors.at(
                call.at(),
                "calls " + call.method() + "(...) with values that it refuses: " + SourceErrors.shortened(reason),
                "Correct the values.");
    }

    private UnreadableSourceException unknown(Candidates candidates) {
        String name = SourceErrors.shortened(call.method());
        List<String> near = NameSuggestions.to(name, candidates.names());
        return errors.at(
                call.at(),
                "calls " + name + "(...), which is not a " + candidates.kind(),
                near.isEmpty() ? SourceErrors.LITERALS : "Write " + String.join(" or ", near) + ".");
    }

    private UnreadableSourceException wrongArguments(Candidates candidates) {
        String given = arguments.stream().map(Parameters::typeOf).collect(Collectors.joining(", "));
        String forms = candidates.methods().stream()
                .map(method -> call.method() + new Parameters(method))
                .sorted()
                .collect(Collectors.joining(" or "));
        return errors.at(
                call.at(),
                "calls " + call.method() + "(" + SourceErrors.shortened(given) + "), which does not exist",
                "Write " + forms + ".");
    }
}
