package io.retort.boot.tool.tenant;

import io.retort.boot.tool.command.CommandLine;

/** On which of many tenants a command works when nobody says which. */
enum Reach {
    /** On none: it looks only at the history, or writes for whom it may concern. */
    NO_DATABASE,
    /** On the first: any would do, since all are to be equal. */
    FIRST,
    /** On one that must be named. */
    ONE,
    /** On all. */
    ALL;

    static Reach of(CommandLine line) {
        return switch (line.command()) {
            case "upgrade", "downgrade" -> line.has("sql") ? NO_DATABASE : line.has("plan") ? FIRST : ALL;
            case "stamp" -> line.has("sql") ? NO_DATABASE : ALL;
            case "current" -> ALL;
            case "repair" -> ONE;
            case "check", "plan" -> FIRST;
            case "revision" -> line.has("empty") ? NO_DATABASE : FIRST;
            case "history" ->
                line.has("indicate-current") || line.option("range").isPresent() ? FIRST : NO_DATABASE;
            case "show" -> line.wordOr("").contains("current") ? FIRST : NO_DATABASE;
            default -> NO_DATABASE;
        };
    }
}
