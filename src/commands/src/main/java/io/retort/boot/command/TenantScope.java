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

    /** Returns those of an upgrade or a downgrade. */
    static TenantScope ofMigration(CommandLine line) {
        return line.has("sql") ? NO_DATABASE : line.has("plan") ? FIRST : ALL;
    }

    /** Returns those of a list of revisions; a range can refer to the database. */
    static TenantScope ofHistory(CommandLine line) {
        return line.has("indicate-current") || line.option("range").isPresent() ? FIRST : NO_DATABASE;
    }
}
