package io.retort.maven;

import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Reverts the revisions that the database has beyond the target. */
@Mojo(name = "downgrade", requiresDependencyResolution = ResolutionScope.TEST)
public class DowngradeMojo extends AbstractCommandMojo {

    /** The target of the downgrade: {@code -1}, {@code base}, an id or its prefix, {@code label@base}. Required. */
    @Parameter(property = "target")
    private @Nullable String target;

    /**
     * Whether to write SQL without a connection, instead of executing it. The target must then be a range
     * {@code from:to}.
     */
    @Parameter(property = "sql", defaultValue = "false")
    private boolean sql;

    /** The file to write to, instead of standard output. */
    @Parameter(property = "output")
    private @Nullable String output;

    /** Whether to show the pending steps with their statements, without executing anything. */
    @Parameter(property = "plan", defaultValue = "false")
    private boolean plan;

    /** Whether to revert also revisions that were recorded without being run, which drops objects that Retort did not create. */
    @Parameter(property = "revertRecorded", defaultValue = "false")
    private boolean revertRecorded;

    /** Whether to print JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected void check() throws MojoFailureException {
        if (target == null || target.isBlank()) {
            throw new OptionsException("A downgrade needs a target.", "mvn migrate:downgrade -Dtarget=-1");
        }
    }

    @Override
    protected CommandArguments command() {
        return CommandArguments.of("downgrade")
                .word(target)
                .flag("sql", sql)
                .option("output", output)
                .flag("plan", plan)
                .flag("revert-recorded", revertRecorded)
                .flag("json", json);
    }
}
