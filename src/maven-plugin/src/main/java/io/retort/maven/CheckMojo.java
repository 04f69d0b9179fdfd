package io.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Compares the entities with the database. Fails with exit code 4 and lists the differences if there are any. */
@Mojo(name = "check", requiresDependencyResolution = ResolutionScope.TEST)
public class CheckMojo extends AbstractCommandMojo {

    /** Whether to compare with the history only, without connecting to a database. */
    @Parameter(property = "offline", defaultValue = "false")
    private boolean offline;

    /** The product if no database answers, with or without its version: {@code postgresql:17}. */
    @Parameter(property = "database")
    private @Nullable String database;

    /** Whether to compare with an empty database in which Flyway or Liquibase runs all migrations. */
    @Parameter(property = "scratch", defaultValue = "false")
    private boolean scratch;

    /** Whether to check all tenants instead of the first one. */
    @Parameter(property = "allTenants", defaultValue = "false")
    private boolean allTenants;

    /** Whether to accept all differences for good, except what the entities need and the database lacks. */
    @Parameter(property = "keepAll", defaultValue = "false")
    private boolean keepAll;

    /** Whether to print JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected boolean readsEntities() {
        return true;
    }

    @Override
    protected CommandArguments command() {
        return CommandArguments.of("check")
                .flag("offline", offline)
                .option("database", database)
                .flag("scratch", scratch)
                .flag("all-tenants", allTenants)
                .flag("keep-all", keepAll)
                .flag("json", json);
    }
}
