package io.retort.maven.change;

import io.retort.maven.AbstractCommandMojo;
import io.retort.maven.CommandWords;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that writes a revision's file: what every such file is told, whatever comes to stand in it. */
public abstract class AbstractWritingMojo extends AbstractCommandMojo {

    /** What the revision does, in a few words. */
    @Parameter(property = "message")
    protected @Nullable String message;

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

    /** The words of a command with those about the file behind them. */
    final CommandWords withFile(CommandWords words) {
        return words.option("message", message)
                .option("format", format)
                .option("path", path)
                .option("branch-label", branchLabel)
                .option("depends-on", dependsOn)
                .option("rev-id", revId)
                .flag("json", json);
    }
}
