package io.retort.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A method call as Java source, with the calls chained behind it.
 *
 * @param method the method's name
 * @param arguments strings, numbers, booleans, nulls, further calls and {@link Raw} text
 * @param chain calls on the result: {@code .notNull()}
 * @param broken true to put each argument on a line of its own, however short they are
 */
public record JavaCall(String method, List<@Nullable Object> arguments, List<JavaCall> chain, boolean broken) {

    /** The longest line that is written without a break, in characters. */
    public static final int WIDTH = 120;

    private static final int CONTINUATION = 8;

    /** Source text that is taken as it stands. */
    public record Raw(String text) {}

    public JavaCall {
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
        chain = List.copyOf(chain);
    }

    public static JavaCall of(String method, @Nullable Object... arguments) {
        return new JavaCall(method, Arrays.asList(arguments), List.of(), false);
    }

    public static Raw raw(String text) {
        return new Raw(text);
    }

    /** The value, or the word {@code null}. */
    static Object nullable(@Nullable Object value) {
        return value == null ? new Raw("null") : value;
    }

    /** With one more argument. */
    JavaCall with(Object argument) {
        List<@Nullable Object> more = new ArrayList<>(arguments);
        more.add(argument);
        return new JavaCall(method, more, chain, broken);
    }

    /** With a call on the result. */
    JavaCall then(String name, @Nullable Object... args) {
        List<JavaCall> more = new ArrayList<>(chain);
        more.add(of(name, args));
        return new JavaCall(method, arguments, more, broken);
    }

    JavaCall onePerLine() {
        return new JavaCall(method, arguments, chain, true);
    }

    /**
     * The call as source.
     *
     * @param receiver what it is called on, such as {@code op}
     * @param indent how many spaces stand before the line; they are not part of the answer
     */
    public String source(String receiver, int indent) {
        return render(receiver + ".", indent);
    }

    private String render(String prefix, int indent) {
        String line = prefix + onOneLine();
        boolean fits = indent + line.length() < WIDTH && !line.contains("\n");
        return (fits && !broken) || arguments.isEmpty() ? line : prefix + onManyLines(indent);
    }

    private String onOneLine() {
        return method
                + arguments.stream().map(a -> argument(a, 0)).collect(Collectors.joining(", ", "(", ")"))
                + chained(0);
    }

    private String onManyLines(int indent) {
        int inner = indent + CONTINUATION;
        String separator = "\n" + " ".repeat(inner);
        return method
                + arguments.stream()
                        .map(a -> argument(a, inner))
                        .collect(Collectors.joining("," + separator, "(" + separator, ")"))
                + chained(inner);
    }

    private String chained(int indent) {
        return chain.stream().map(call -> call.render(".", indent)).collect(Collectors.joining());
    }

    private static String argument(@Nullable Object value, int indent) {
        if (value instanceof JavaCall call) {
            return indent == 0 ? call.onOneLine() : call.render("", indent);
        }
        return value instanceof Raw raw ? raw.text() : JavaLiteral.of(value);
    }
}
