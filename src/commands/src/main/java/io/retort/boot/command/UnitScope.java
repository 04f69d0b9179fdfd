package io.retort.boot.command;

import io.retort.revision.Target;

/** Which units a command processes if there are several and {@code --unit} is not given. */
enum UnitScope {
    /** One unit, which must be named. */
    ONE,
    /** All units, even if one fails. */
    EACH,
    /** All units up to the first failure, because later units can depend on earlier ones. */
    UNTIL_FAILURE;

    static UnitScope of(CommandLine line) {
        if (line.option("output").isPresent() && !line.command().equals("report")) {
            return ONE;
        }
        return switch (line.command()) {
            case "current", "heads", "branches", "check", "report" -> EACH;
            case "history" -> line.option("range").isPresent() ? ONE : EACH;
            case "plan" -> isInEveryUnit(line.wordOr("heads")) ? EACH : ONE;
            case "upgrade" -> upgrade(line);
            case "switch" -> line.has("plan") ? EACH : UNTIL_FAILURE;
            default -> ONE;
        };
    }

    private static boolean isInEveryUnit(String target) {
        return Target.parse(target).isWholeHistory();
    }

    private static UnitScope upgrade(CommandLine line) {
        if (line.has("sql") || !isInEveryUnit(line.wordOr("head"))) {
            return ONE;
        }
        return line.has("plan") ? EACH : UNTIL_FAILURE;
    }
}
