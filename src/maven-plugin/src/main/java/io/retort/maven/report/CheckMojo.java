package io.retort.maven.report;

import io.retort.maven.AbstractCommandMojo;
import io.retort.maven.CommandWords;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Fails with exit 4 when entities and database differ, and lists how. */
@Mojo(name = "check", requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class CheckMojo extends AbstractCommandMojo {

    /** Answers with JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected CommandWords command() {
        return CommandWords.of("check").flag("json", json);
    }
}
