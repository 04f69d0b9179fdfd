package io.retort.maven;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/**
 * Prints what failed before the application could run a command, in the JSON format of the commands.
 *
 * <p>The application writes its own failures to the standard output of the process. Maven replaces that of Java, for
 * example with a log file, so this class uses the descriptor, too.
 */
final class FailureJson {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private final PrintStream out;

    FailureJson(PrintStream out) {
        this.out = out;
    }

    static FailureJson ofThisProcess() {
        return new FailureJson(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    /** Returns whether the user wants JSON. */
    static boolean isWanted(Properties options) {
        String json = options.getProperty("json");
        return json != null && !json.equals("false");
    }

    void print(Exception failure) {
        boolean options = failure instanceof OptionsException;
        String problem = options ? ((OptionsException) failure).problem() : String.valueOf(failure.getMessage());
        String command = options ? ((OptionsException) failure).command() : "";
        String first = problem.lines().findFirst().orElse("");
        out.println(text(
                options ? USAGE : FAILED,
                first,
                problem.substring(first.length()).strip(),
                command));
    }

    private static String text(int exit, String problem, String detail, String command) {
        return "{\"retort\":1,\"exit\":" + exit + ",\"failure\":{\"problem\":" + quoted(problem) + ",\"detail\":"
                + quoted(detail) + ",\"where\":null,\"remedy\":" + quoted(remedy(command)) + ",\"commands\":"
                + (command.isEmpty() ? "[]" : List.of(quoted(command)).toString()) + "}}";
    }

    private static String remedy(String command) {
        return command.isEmpty()
                ? "Correct the command or the POM, then run the goal again."
                : "Type for example: " + command;
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char sign : text.toCharArray()) {
            if (sign == '"' || sign == '\\') {
                json.append('\\').append(sign);
            } else if (isInvisible(sign)) {
                json.append(String.format("\\u%04x", (int) sign));
            } else {
                json.append(sign);
            }
        }
        return json.append('"').toString();
    }

    /** Such as an escape sequence of terminals, or a character that changes the reading direction. */
    private static boolean isInvisible(char sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
