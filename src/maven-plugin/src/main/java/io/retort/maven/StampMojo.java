package io.retort.maven;

import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Sets the current revision in the history table without running revisions. */
@Mojo(name = "stamp", requiresDependencyResolution = ResolutionScope.TEST)
public class StampMojo extends AbstractCommandMojo {

    /** The revisions, separated by commas; {@code base} to mark no revision as applied. Required. */
    @Parameter(property = "target")
    private @Nullable String target;

    /** Whether to delete all rows of the history table first, including those of unknown revisions. */
    @Parameter(property = "purge", defaultValue = "false")
    private boolean purge;

    /**
     * Whether to write SQL without a connection, instead of executing it. A target can then be a range {@code from:to},
     * where {@code from} is the database's current revision.
     */
    @Parameter(property = "sql", defaultValue = "false")
    private boolean sql;

    /** The file to write to, instead of standard output. */
    @Parameter(property = "output")
    private @Nullable String output;

    /** Whether to print JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected void check() throws MojoFailureException {
        if (target == null || target.isBlank()) {
            throw new OptionsException("A stamp needs a target.", "mvn migrate:stamp -Dtarget=head");
        }
    }

    @Override
    protected CommandArguments command() {
        return CommandArguments.of("stamp")
                .word(target)
                .flag("purge", purge)
                .flag("sql", sql)
                .option("output", output)
                .flag("json", json);
    }
}
