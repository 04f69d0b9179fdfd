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

    private static boolean isInEveryUnit(String target) {
        return Target.parse(target).isWholeHistory();
    }

    /** An upgrade continues in the next unit only to a target that every unit has. */
    static UnitScope ofUpgrade(CommandLine line) {
        if (line.has("sql") || line.option("output").isPresent() || !isInEveryUnit(line.wordOr("head"))) {
            return ONE;
        }
        return line.has("plan") ? EACH : UNTIL_FAILURE;
    }

    /** A file contains the plan of one unit. */
    static UnitScope ofPlan(CommandLine line) {
        return line.option("output").isEmpty() && isInEveryUnit(line.wordOr("heads")) ? EACH : ONE;
    }
}
