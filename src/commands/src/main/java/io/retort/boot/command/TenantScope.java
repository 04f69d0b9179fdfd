package io.retort.boot.command;

/** Which tenants a command processes if {@code --tenant} is not given. */
enum TenantScope {
    /** None: the command reads only the history or generates SQL. */
    NO_DATABASE,
    /** The first tenant: any would do, because all schemas should be equal. */
    FIRST,
    /** One tenant, which must be named. */
    ONE,
    /** All tenants. */
    ALL;

    static TenantScope of(CommandLine line) {
        return switch (line.command()) {
            case "upgrade", "downgrade" -> line.has("sql") ? NO_DATABASE : line.has("plan") ? FIRST : ALL;
            case "stamp" -> line.has("sql") ? NO_DATABASE : ALL;
            case "current", "switch" -> ALL;
            case "repair" -> ONE;
            case "check" -> line.has("all-tenants") ? ALL : FIRST;
            case "adopt", "plan" -> FIRST;
            case "report" -> line.has("offline") ? NO_DATABASE : FIRST;
            case "revision" -> line.has("empty") ? NO_DATABASE : FIRST;
            case "history" ->
                line.has("indicate-current") || line.option("range").isPresent() ? FIRST : NO_DATABASE;
            case "show" -> line.wordOr("").contains("current") ? FIRST : NO_DATABASE;
            default -> NO_DATABASE;
        };
    }
}
