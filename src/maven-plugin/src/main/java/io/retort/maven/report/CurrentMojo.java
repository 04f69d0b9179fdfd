package io.retort.maven.report;

import io.retort.maven.AbstractCommandMojo;
import io.retort.maven.CommandWords;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Tells at which revisions the database is. */
@Mojo(name = "current", requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class CurrentMojo extends AbstractCommandMojo {

    /** Fails when the database is not at all heads. */
    @Parameter(property = "checkHeads", defaultValue = "false")
    private boolean checkHeads;

    /** Tells more about each revision. */
    @Parameter(property = "verbose", defaultValue = "false")
    private boolean verbose;

    /** Answers with JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected CommandWords command() {
        return CommandWords.of("current")
                .flag("check-heads", checkHeads)
                .flag("verbose", verbose)
                .flag("json", json);
    }
}
