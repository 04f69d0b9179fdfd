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

/** Writes down where the database is, without running any revision. */
@Mojo(name = "stamp", requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class StampMojo extends AbstractCommandMojo {

    /** The revisions, separated by commas; {@code base} for none. */
    @Parameter(property = "target")
    private @Nullable String target;

    /** Forgets all that is written down before. */
    @Parameter(property = "purge", defaultValue = "false")
    private boolean purge;

    /** Writes the SQL instead of running it; a target may be a range {@code from:to} that says where the database is. */
    @Parameter(property = "sql", defaultValue = "false")
    private boolean sql;

    /** The file to write to instead of the terminal. */
    @Parameter(property = "output")
    private @Nullable String output;

    /** Answers with JSON instead of text. */
    @Parameter(property = "json", defaultValue = "false")
    private boolean json;

    @Override
    protected void check() throws MojoFailureException {
        if (target == null || target.isBlank()) {
            throw new MojoFailureException("A stamp needs a target: mvn migrate:stamp -Dtarget=head");
        }
    }

    @Override
    protected CommandWords command() {
        return CommandWords.of("stamp")
                .word(target)
                .flag("purge", purge)
                .flag("sql", sql)
                .option("output", output)
                .flag("json", json);
    }
}
