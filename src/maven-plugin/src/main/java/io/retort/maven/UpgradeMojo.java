package io.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Applies the pending revisions up to the target. */
@Mojo(name = "upgrade", requiresDependencyResolution = ResolutionScope.TEST)
public class UpgradeMojo extends AbstractCommandMojo {

    /** The target of the upgrade: {@code head}, {@code heads}, an id or its prefix, {@code +1}, {@code label@head}. */
    @Parameter(property = "target", defaultValue = "head")
    private String target;

    /**
     * Whether to write SQL without a connection, instead of executing it. The target can then be a range
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

    /** Whether to print JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected CommandArguments command() {
        return CommandArguments.of("upgrade")
                .word(target)
                .flag("sql", sql)
                .option("output", output)
                .flag("plan", plan)
                .flag("json", json);
    }
}
