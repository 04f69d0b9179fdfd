package io.retort.maven.change;

import io.retort.maven.AbstractCommandMojo;
import io.retort.maven.CommandWords;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes a revision that joins several heads into one. */
@Mojo(name = "merge", requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class MergeMojo extends AbstractCommandMojo {

    /** What the revision does, in a few words. */
    @Parameter(property = "message")
    private @Nullable String message;

    /** The heads to join, separated by commas. */
    @Parameter(property = "revisions", defaultValue = "heads")
    private String revisions;

    /** {@code java} or {@code sql}. */
    @Parameter(property = "format")
    private @Nullable String format;

    /** Which of {@code retort.locations} the file goes to; the first that fits the format when not given. */
    @Parameter(property = "path")
    private @Nullable String path;

    /** A name for the line of revisions that starts here. */
    @Parameter(property = "branchLabel")
    private @Nullable String branchLabel;

    /** Revisions that must be applied first without being a parent, separated by commas. */
    @Parameter(property = "dependsOn")
    private @Nullable String dependsOn;

    /** The revision's id; chosen by itself when not given. */
    @Parameter(property = "revId")
    private @Nullable String revId;

    /** Answers with JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected CommandWords command() {
        return CommandWords.of("merge")
                .word(revisions)
                .option("message", message)
                .option("format", format)
                .option("path", path)
                .option("branch-label", branchLabel)
                .option("depends-on", dependsOn)
                .option("rev-id", revId)
                .flag("json", json);
    }
}
