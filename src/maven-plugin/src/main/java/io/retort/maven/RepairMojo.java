package io.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Lists the revisions that were edited after they ran and, after confirmation, records their new checksums. */
@Mojo(name = "repair", requiresDependencyResolution = ResolutionScope.TEST)
public class RepairMojo extends AbstractCommandMojo {

    /** Whether to record the new checksums without confirmation. */
    @Parameter(property = "yes", defaultValue = "false")
    private boolean yes;

    /** Whether to print JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected CommandArguments command() {
        return CommandArguments.of("repair").flag("yes", yes).flag("json", json);
    }
}
