package io.retort.diff.author;

import io.retort.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The body of a method. A body that would exceed the limit of the JVM (64 KB of byte code, around 150 tables) is split
 * into further methods.
 *
 * @param text the lines of the body
 * @param parts the further methods, each after an empty line; usually empty
 */
record JavaBody(String text, String parts) {

    private static final String INDENT = " ".repeat(8);

    /** In characters of source; about three of them become one byte. */
    private static final int LARGEST = 90_000;

    static JavaBody comment(String text) {
        return new JavaBody(INDENT + "// " + text, "");
    }

    /** Creates a body that calls these operations. */
    static JavaBody of(String method, List<Operation> operations) {
        List<String> parts = parts(OperationGroups.of(operations, JavaBody::call));
        if (parts.size() == 1) {
            return new JavaBody(parts.get(0), "");
        }
        List<String> calls = new ArrayList<>();
        StringBuilder methods = new StringBuilder();
        for (String part : parts) {
            String name = method + "Part" + (calls.size() + 1);
            calls.add(INDENT + name + "(op);");
            methods.append("\n\n    private static void " + name + "(Operations op) {\n" + part + "\n    }");
        }
        return new JavaBody(String.join("\n", calls), methods.toString());
    }

    /** Creates a body that fails, because this operation cannot be reversed. */
    static JavaBody refusal(Operation obstacle) {
        String inner = INDENT + " ".repeat(8);
        String sentence = "This revision cannot be reverted: " + Draft.onOneLine(obstacle.describe()) + ".";
        List<String> lines = List.of(
                INDENT
                        + "// An operation of the upgrade cannot be reverted. If you can restore the former state, write it here.",
                INDENT + "throw new RetortException(",
                inner + JavaMessages.literal(sentence, inner.length() + 8) + ",",
                inner + JavaMessages.quoted("Restore a backup, or write a downgrade that keeps the data you need.")
                        + ");");
        return new JavaBody(String.join("\n", lines), "");
    }

    /** Returns the block of a Java revision that declares these operations. */
    static List<String> means(List<Operation> operations) {
        if (operations.isEmpty()) {
            return List.of("means -> {}");
        }
        List<String> lines = new ArrayList<>(List.of("means -> {"));
        operations.forEach(operation -> (" ".repeat(4) + operation.java().source("means", 4) + ";")
                .lines()
                .forEach(lines::add));
        lines.add("}");
        return lines;
    }

    private static String call(Operation operation) {
        return INDENT + operation.java().source("op", INDENT.length()) + ";";
    }

    private static List<String> parts(List<String> paragraphs) {
        List<List<String>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        int length = 0;
        for (String paragraph : paragraphs) {
            length += paragraph.length();
            if (length > LARGEST && length > paragraph.length()) {
                parts.add(new ArrayList<>());
                length = paragraph.length();
            }
            parts.get(parts.size() - 1).add(paragraph);
        }
        return parts.stream().map(part -> String.join("\n\n", part)).collect(Collectors.toList());
    }
}
