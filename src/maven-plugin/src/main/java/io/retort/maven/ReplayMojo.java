package io.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Runs the history on an empty database, and compares the schema that the history computes with the database after each
 * revision. Fails with exit code 4 at the first revision after which they differ.
 */
@Mojo(name = "replay", requiresDependencyResolution = ResolutionScope.TEST)
public class ReplayMojo extends AbstractCommandMojo {

    /** Whether to print JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected CommandArguments command() {
        return CommandArguments.of("replay").flag("json", json);
    }
}
