package io.retort.maven.report;

import io.retort.maven.AbstractCommandMojo;
import io.retort.maven.CommandWords;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes SQL that may run on a database at any revision: each step asks whether it is needed. */
@Mojo(name = "script", requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class ScriptMojo extends AbstractCommandMojo {

    /** How far, or a range {@code from:to}. */
    @Parameter(property = "target", defaultValue = "head")
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
