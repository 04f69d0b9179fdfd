package io.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Lists the heads of the history. */
@Mojo(name = "heads", requiresDependencyResolution = ResolutionScope.TEST)
public class HeadsMojo extends AbstractCommandMojo {

    /** Whether to leave out heads that another revision depends on. */
    @Parameter(property = "resolveDependencies", defaultValue = "false")
    private boolean resolveDependencies;

    /** Whether to show all properties of each revision. */
    @Parameter(property = "verbose", defaultValue = "false")
    private boolean verbose;

    /** Whether to print JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected CommandArguments command() {
        return CommandArguments.of("heads")
                .flag("resolve-dependencies", resolveDependencies)
                .flag("verbose", verbose)
                .flag("json", json);
    }
}
