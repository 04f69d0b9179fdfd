package io.retort.maven.change;

import io.retort.maven.AbstractCommandMojo;
import io.retort.maven.CommandWords;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Shows which revisions were edited after they ran, and accepts them as they are now. */
@Mojo(name = "repair", requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class RepairMojo extends AbstractCommandMojo {

    /** Accepts them without asking. */
    @Parameter(property = "yes", defaultValue = "false")
    private boolean yes;

    /** Answers with JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected CommandWords command() {
        return CommandWords.of("repair").flag("yes", yes).flag("json", json);
    }
}
