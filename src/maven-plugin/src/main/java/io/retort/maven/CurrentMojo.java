package io.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows the current revision of the database and the pending revisions. */
@Mojo(name = "current", requiresDependencyResolution = ResolutionScope.TEST)
public class CurrentMojo extends AbstractCommandMojo {

    /** Whether to fail with exit code 1 if the database is not at all heads. */
    @Parameter(property = "checkHeads", defaultValue = "false")
    private boolean checkHeads;

    /** Whether to show all properties of each revision, and when and by whom it was applied. */
    @Parameter(property = "verbose", defaultValue = "false")
    private boolean verbose;

    /** Whether to print JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected CommandArguments command() {
        return CommandArguments.of("current")
                .flag("check-heads", checkHeads)
                .flag("verbose", verbose)
                .flag("json", json);
    }
}
