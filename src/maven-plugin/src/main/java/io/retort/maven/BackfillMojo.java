package io.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Runs the backfills of applied revisions, or pauses and resumes those that are in progress. */
@Mojo(name = "backfill", requiresDependencyResolution = ResolutionScope.TEST)
public class BackfillMojo extends AbstractCommandMojo {

    /** The revision whose backfills are paused or resumed, by its id or the beginning of the id. Without it, all. */
    @Parameter(property = "target")
    private @Nullable String target;

    /** Whether to pause: a session that runs the backfill stops after its present batch. */
    @Parameter(property = "pause", defaultValue = "false")
    private boolean pause;

    /** Whether to let paused backfills continue. */
    @Parameter(property = "resume", defaultValue = "false")
    private boolean resume;

    /** Whether to print JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected CommandArguments command() {
        return CommandArguments.of("backfill")
                .word(target)
                .flag("pause", pause)
                .flag("resume", resume)
                .flag("json", json);
    }
}
