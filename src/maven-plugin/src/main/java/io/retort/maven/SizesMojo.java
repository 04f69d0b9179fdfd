package io.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Lists the approximate sizes of the tables of the database, which {@code migrate:lint} can read elsewhere. */
@Mojo(name = "sizes", requiresDependencyResolution = ResolutionScope.TEST)
public class SizesMojo extends AbstractCommandMojo {

    /** The file to write JSON to, instead of standard output. */
    @Parameter(property = "output")
    private @Nullable String output;

    /** Whether to print JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected CommandArguments command() {
        return CommandArguments.of("sizes").option("output", output).flag("json", json);
    }
}
