package io.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Lists the revisions, newest first. */
@Mojo(name = "history", requiresDependencyResolution = ResolutionScope.TEST)
public class HistoryMojo extends AbstractCommandMojo {

    /** The range to list, {@code from:to}, both included. Either can be omitted. */
    @Parameter(property = "range")
    private @Nullable String range;

    /** Whether to show all properties of each revision. */
    @Parameter(property = "verbose", defaultValue = "false")
    private boolean verbose;

    /** Whether to mark the current revision of the database. */
    @Parameter(property = "indicateCurrent", defaultValue = "false")
    private boolean indicateCurrent;

    /** Whether to print the graph in the language of Mermaid, which GitHub and GitLab draw. */
    @Parameter(property = "mermaid", defaultValue = "false")
    private boolean mermaid;

    /** Whether to print JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected CommandArguments command() {
        return CommandArguments.of("history")
                .option("range", range)
                .flag("verbose", verbose)
                .flag("indicate-current", indicateCurrent)
                .flag("mermaid", mermaid)
                .flag("json", json);
    }
}
