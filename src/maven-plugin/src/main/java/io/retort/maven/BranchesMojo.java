package io.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Lists the branch points: revisions with several children. */
@Mojo(name = "branches", requiresDependencyResolution = ResolutionScope.TEST)
public class BranchesMojo extends AbstractCommandMojo {

    /** Whether to show all properties of each revision. */
    @Parameter(property = "verbose", defaultValue = "false")
    private boolean verbose;

    /** Whether to print JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected CommandArguments command() {
        return CommandArguments.of("branches").flag("verbose", verbose).flag("json", json);
    }
}
