package io.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Takes a database that is ahead of this application to the application's heads: reverts the revisions that the
 * application does not have, after confirmation, and upgrades.
 */
@Mojo(name = "switch", requiresDependencyResolution = ResolutionScope.TEST)
public class SwitchMojo extends AbstractCommandMojo {

    /** Whether to show the steps with their statements and the lost rows, without executing anything. */
    @Parameter(property = "plan", defaultValue = "false")
    private boolean plan;

    /** Whether to execute the switch without confirmation. */
    @Parameter(property = "yes", defaultValue = "false")
    private boolean yes;

    /** Whether to print JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected CommandArguments command() {
        return CommandArguments.of("switch").flag("plan", plan).flag("yes", yes).flag("json", json);
    }
}
