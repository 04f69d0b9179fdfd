package io.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Writes an idempotent SQL script of an upgrade, without a connection. It can run twice, or on a database that has some
 * of the revisions. Supported by PostgreSQL, MySQL, MariaDB and SQL Server.
 */
@Mojo(name = "script", requiresDependencyResolution = ResolutionScope.TEST)
public class ScriptMojo extends AbstractCommandMojo {

    /** The target of the script, starting from base, or a range {@code from:to}. */
    @Parameter(property = "target", defaultValue = "heads")
    private String target;

    /** The file to write to, instead of standard output. */
    @Parameter(property = "output")
    private @Nullable String output;

    /** Whether to print JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected CommandArguments command() {
        return CommandArguments.of("script")
                .word(target)
                .option("output", output)
                .flag("json", json);
    }
}
