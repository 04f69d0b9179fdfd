package io.retort.maven.change;

import io.retort.maven.AbstractCommandMojo;
import io.retort.maven.CommandWords;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Undoes revisions back to the target. */
@Mojo(name = "downgrade", requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class DowngradeMojo extends AbstractCommandMojo {

    /** How far back: {@code -1}, {@code base}, an id or its prefix, {@code label@base}. */
    @Parameter(property = "target")
    private @Nullable String target;

    /** Writes the SQL instead of running it; the target may be a range {@code from:to}. */
    @Parameter(property = "sql", defaultValue = "false")
    private boolean sql;

    /** The file to write to instead of the terminal. */
    @Parameter(property = "output")
    private @Nullable String output;

    /** Shows what would run, with its statements, and runs nothing. */
    @Parameter(property = "plan", defaultValue = "false")
    private boolean plan;

    /** Answers with JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected void check() throws MojoFailureException {
        if (target == null || target.isBlank()) {
            throw new MojoFailureException("A downgrade needs a target: mvn migrate:downgrade -Dtarget=-1");
        }
    }

    @Override
    protected CommandWords command() {
        return CommandWords.of("downgrade")
                .word(target)
                .flag("sql", sql)
                .option("output", output)
                .flag("plan", plan)
                .flag("json", json);
    }
}
