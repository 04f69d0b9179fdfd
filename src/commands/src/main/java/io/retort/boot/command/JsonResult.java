package io.retort.boot.command;

import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
import io.retort.error.ExitStatus;
import io.retort.error.FailureLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object of a command. It is printed only when the command has ended, so that it contains the exit code, and a
 * command that fails prints its failure instead.
 */
final class JsonResult {

    private static final int VERSION = 1;

    private Map<String, ?> content = Map.of();
    private Advice remedy = Advice.of();
    private @Nullable String unit;

    /** Sets the names of the command and, if there are several units, the unit. */
    void set(@Nullable String unit, Map<String, ?> content) {
        this.unit = unit;
        this.content = content;
    }

    /** Sets what the user has to type if the command ends without doing its work. */
    void remedy(Advice advice) {
        remedy = advice;
    }

    /** Returns the text of a command that has ended. */
    String text(CommandOutcome outcome, AdviceStyle style) {
        Map<String, @Nullable Object> failure = isResult(outcome.status())
                ? Map.of()
                : failure(outcome.message(), "", FailureLocation.UNKNOWN, remedy, style, List.of());
        return text(outcome.status(), unit, content, failure);
    }

    /** Comparisons and rules that find something have done their work. */
    private static boolean isResult(ExitStatus status) {
        return switch (status) {
            case OK, DIFFERENCES, LINT, INCOMPLETE -> true;
            case FAILED, USAGE, NEEDS_ANSWER, NOT_LOCKED -> false;
        };
    }

    /** Returns the text of a command that failed. */
    static String text(ExitStatus status, @Nullable String unit, Map<String, ?> content, Map<String, ?> failure) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("retort", VERSION);
        json.put("exit", status.code());
        if (unit != null) {
            json.put("unit", unit);
        }
        json.putAll(content);
        if (!failure.isEmpty()) {
            json.put("failure", failure);
        }
        return JsonText.of(json) + System.lineSeparator();
    }

    /**
     * Returns a failure.
     *
     * @param problem what failed, in one sentence
     * @param detail the evidence; can be empty
     * @param trace the stack trace of an unexpected failure; empty for all others
     */
    static Map<String, @Nullable Object> failure(
            String problem,
            String detail,
            FailureLocation location,
            Advice advice,
            AdviceStyle style,
            List<String> trace) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("problem", sentence(problem));
        json.put("detail", detail);
        json.put("where", location.equals(FailureLocation.UNKNOWN) ? null : where(location));
        json.put("remedy", advice.in(style));
        json.put("commands", advice.commands(style));
        if (!trace.isEmpty()) {
            json.put("trace", trace);
        }
        return json;
    }

    private static Map<String, @Nullable Object> where(FailureLocation location) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        put(json, "revision", location.revision());
        put(json, "file", location.file());
        put(json, "line", location.line());
        put(json, "operation", location.operation());
        put(json, "operationNumber", location.operationNumber());
        put(json, "statement", location.statement());
        put(json, "statementNumber", location.statementNumber());
        return json;
    }

    private static void put(Map<String, @Nullable Object> json, String name, @Nullable Object value) {
        if (value != null && !value.equals(0)) {
            json.put(name, value);
        }
    }

    private static String sentence(String text) {
        return text.isEmpty() || text.endsWith(".") || text.endsWith(":") || text.endsWith("?")
                ? capitalized(text)
                : capitalized(text) + ".";
    }

    private static String capitalized(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
