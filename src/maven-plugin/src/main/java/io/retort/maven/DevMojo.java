package io.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Applies pending revisions to the development database, writes the differences between entities and database as the next
 * revision, applies it and compares again.
 */
@Mojo(name = "dev", requiresDependencyResolution = ResolutionScope.TEST)
public class DevMojo extends AbstractAnsweringMojo {

    /** Whether to stay running, to compare whenever compiled classes have changed, and to offer to write the revision. */
    @Parameter(property = "watch", defaultValue = "false")
    private boolean watch;

    /** Whether to revert the last revision, and to delete its file unless a commit contains it. */
    @Parameter(property = "undo", defaultValue = "false")
    private boolean undo;

    /** Whether to revert the last revision without confirmation if rows or values are lost. */
    @Parameter(property = "yes", defaultValue = "false")
    private boolean yes;

    @Override
    protected boolean readsEntities() {
        return true;
    }

    @Override
    protected CommandArguments command() {
        CommandArguments words = CommandArguments.of("dev").flag("watch", watch);
        return undo ? words.flag("undo", true).flag("yes", yes).flag("json", json()) : withAnswers(withFile(words));
    }
}
