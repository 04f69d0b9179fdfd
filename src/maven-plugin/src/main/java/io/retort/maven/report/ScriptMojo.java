package io.retort.maven.report;

import io.retort.maven.AbstractCommandMojo;
import io.retort.maven.CommandWords;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Writes an upgrade as SQL that may be run twice, or on a database that has part of it; without a connection. For PostgreSQL,
 * MySQL and MariaDB.
 */
@Mojo(name = "script", requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class ScriptMojo extends AbstractCommandMojo {

    /** How far from the base, or a range {@code from:to}. */
    @Parameter(property = "target", defaultValue = "heads")
    private String target;

    /** The file to write to instead of the terminal. */
    @Parameter(property = "output")
    private @Nullable String output;

    /** Answers with JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected CommandWords command() {
        return CommandWords.of("script").word(target).option("output", output).flag("json", json);
    }
}
