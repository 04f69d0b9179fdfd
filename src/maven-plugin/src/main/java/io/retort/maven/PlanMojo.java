package io.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Shows the pending revisions with their statements, without executing anything. */
@Mojo(name = "plan", requiresDependencyResolution = ResolutionScope.TEST)
public class PlanMojo extends AbstractCommandMojo {

    /** The target of the upgrade, as in {@code migrate:upgrade}. */
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
        return CommandArguments.of("plan").word(target).option("output", output).flag("json", json);
    }
}
