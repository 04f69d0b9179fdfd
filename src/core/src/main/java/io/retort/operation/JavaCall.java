package io.retort.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A method call as Java source, with chained calls.
 *
 * <pre>{@code
 * JavaCall.of("addColumn", "customer", JavaCall.of("column", "age", JavaCall.of("integer"))).source("op", 8)
 * // op.addColumn("customer", column("age", integer()))
 * }</pre>
 *
 * @param method the method's name
 * @param arguments strings, numbers, booleans, nulls, calls, {@link Raw} text and, in a broken call, a {@link Block}
 * @param chain the calls on the result: {@code .notNull()}
 * @param broken whether each argument has its own line even if the call would fit on one
 */
public record JavaCall(String method, List<@Nullable Object> arguments, List<JavaCall> chain, boolean broken) {

    /** The maximum line length, in characters. */
    public static final int WIDTH = 120;

    private static final int CONTINUATION = 8;

    /** Room for a closing parenthesis, a comma or a semicolon. */
    private static final int CLOSING = 3;

    /**
     * A lambda {@code parameter -> { calls on it; }} with one call per line.
     *
     * @param parameter the name of the lambda's parameter
     * @param calls the calls on the parameter
     */
    public record Block(String parameter, List<JavaCall> calls) {

        private static final int STEP = 4;

        public Block {
            calls = List.copyOf(calls);
        }

        private String source(int indent) {
            if (calls.isEmpty()) {
                return parameter + " -> {}";
            }
            String begin = "\n" + " ".repeat(indent + STEP);
            return calls.stream()
                    .map(call -> begin + call.source(parameter, indent + STEP) + ";")
                    .collect(Collectors.joining("", parameter + " -> {", "\n" + " ".repeat(indent) + "}"));
        }
    }

    /**
     * Source text that is used unchanged.
     *
     * @param text the text
     */
    public record Raw(String text) {}

    public JavaCall {
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
        chain = List.copyOf(chain);
    }

    /**
     * Returns a call without chained calls.
     *
     * @param method the method's name
     * @param arguments strings, numbers, booleans, nulls, calls and {@link Raw} text
     */
    public static JavaCall of(String method, @Nullable Object... arguments) {
        return new JavaCall(method, Arrays.asList(arguments), List.of(), false);
    }

    /** Returns source text that is used unchanged. */
    public static Raw raw(String text) {
        return new Raw(text);
    }

    /** Returns the value, or the keyword {@code null}. */
    public static Object nullable(@Nullable Object value) {
        return value == null ? new Raw("null") : value;
    }

    /** Returns a copy with one more argument. */
    public JavaCall with(Object argument) {
        List<@Nullable Object> more = new ArrayList<>(arguments);
        more.add(argument);
        return new JavaCall(method, more, chain, broken);
    }

    /** Returns a copy with one more chained call. */
    public JavaCall then(String name, @Nullable Object... args) {
        List<JavaCall> more = new ArrayList<>(chain);
        more.add(of(name, args));
        return new JavaCall(method, arguments, more, broken);
    }

    /** Returns a copy with each argument on its own line. */
    public JavaCall onePerLine() {
        return new JavaCall(method, arguments, chain, true);
    }

    /**
     * Renders the call.
     *
     * @param receiver the object of the call, for example {@code op}
     * @param indent the indentation of the first line, in spaces; used to break lines, not part of the result
     */
    public String source(String receiver, int indent) {
        return render(receiver + ".", indent);
    }

    /**
     * Renders the call without an object, as a {@code -- means:} line of an SQL revision has it.
     *
     * @param indent the indentation of the first line, in spaces; used to break lines, not part of the result
     */
    public String source(int indent) {
        return render("", indent);
    }

    /** One line if it fits; otherwise one chained call per line; otherwise one argument per line. */
    private String render(String prefix, int indent) {
        String line = broken ? "" : prefix + onOneLine();
        if (!broken && fits(line, indent)) {
            return line;
        }
        if (chain.isEmpty()) {
            return prefix + (arguments.isEmpty() ? onOneLine() : onManyLines(indent));
        }
        String head = withoutChain().render(prefix, indent);
        boolean oneLink = chain.size() == 1 && head.contains("\n");
        String separator = oneLink ? "" : "\n" + " ".repeat(indent + CONTINUATION);
        return head
                + chain.stream()
                        .map(link -> separator + link.render(".", indent + CONTINUATION))
                        .collect(Collectors.joining());
    }

    private JavaCall withoutChain() {
        return new JavaCall(method, arguments, List.of(), broken);
    }

    private static boolean fits(String line, int indent) {
        return indent + line.length() + CLOSING <= WIDTH;
    }

    private String onOneLine() {
        StringBuilder line = new StringBuilder();
        write(line);
        return line.toString();
    }

    /** Without streams, because the checksum renders every operation of every revision. */
    private void write(StringBuilder line) {
        line.append(method).append('(');
        String separator = "";
        for (Object argument : arguments) {
            line.append(separator);
            if (argument instanceof JavaCall call) {
                call.write(line);
            } else {
                line.append(plain(argument));
            }
            separator = ", ";
        }
        line.append(')');
        for (JavaCall call : chain) {
            call.write(line.append('.'));
        }
    }

    private String onManyLines(int indent) {
        int inner = indent + CONTINUATION;
        String separator = "\n" + " ".repeat(inner);
        StringJoiner lines = new StringJoiner("," + separator, method + "(" + separator, ")");
        for (Object argument : arguments) {
            lines.add(onLines(argument, inner));
        }
        return lines.toString();
    }

    private static String onLines(@Nullable Object argument, int indent) {
        if (argument instanceof Block block) {
            return block.source(indent);
        }
        return argument instanceof JavaCall call ? call.render("", indent) : plain(argument);
    }

    private static String plain(@Nullable Object value) {
        return value instanceof Raw raw ? raw.text() : JavaLiteral.of(value);
    }
}
