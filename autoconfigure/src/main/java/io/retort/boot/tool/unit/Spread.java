package io.retort.boot.tool.unit;

import io.retort.boot.tool.command.CommandLine;
import java.util.Set;

/** On how many of several units a command works when nobody says which. */
enum Spread {
    /** One must be named. */
    ONE,
    /** Each, whatever becomes of the others. */
    EACH,
    /** Each, until one fails: those behind may build upon it. */
    UNTIL_FAILURE;

    /** The targets that every unit has. */
    private static final Set<String> EVERYWHERE = Set.of("head", "heads");

    static Spread of(CommandLine line) {
        if (line.option("output").isPresent()) {
            return ONE;
        }
        return switch (line.command()) {
            case "current", "heads", "branches", "check" -> EACH;
            case "history" -> line.option("range").isPresent() ? ONE : EACH;
            case "plan" -> EVERYWHERE.contains(line.wordOr("heads")) ? EACH : ONE;
            case "upgrade" -> upgrade(line);
            default -> ONE;
        };
    }

    private static Spread upgrade(CommandLine line) {
        if (line.has("sql") || !EVERYWHERE.contains(line.wordOr("head"))) {
            return ONE;
        }
        return line.has("plan") ? EACH : UNTIL_FAILURE;
    }
}
