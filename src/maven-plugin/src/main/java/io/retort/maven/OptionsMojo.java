package io.retort.maven;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Checks the options of the goals that were typed. Runs by itself before they compile the project. */
@Mojo(name = "options", threadSafe = true)
public class OptionsMojo extends AbstractMojo {

    private static final Set<String> WRITING = Set.of(
            "revision",
            "merge",
            "upgrade",
            "downgrade",
            "stamp",
            "repair",
            "init",
            "adopt",
            "squash",
            "replay",
            "dev",
            "switch");

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** Whether to skip this module. */
    @Parameter(property = "migrate.skip", defaultValue = "false")
    private boolean skip;

    /** The message of a revision. */
    @Parameter(property = "message")
    private @Nullable String message;

    @Override
    public void execute() throws MojoFailureException {
        try {
            check();
        } catch (MojoFailureException failure) {
            if (FailureJson.isWanted(session.getUserProperties())) {
                FailureJson.ofThisProcess().print(failure);
            }
            throw failure;
        }
    }

    private void check() throws MojoFailureException {
        List<String> goals = GoalOptions.goals(session.getGoals());
        if (skip || goals.isEmpty()) {
            return;
        }
        if (goals.contains("revision") && (message == null || message.isBlank())) {
            throw RevisionMojo.noMessage();
        }
        GoalOptions options = new GoalOptions(plugin, goals);
        for (String typed : session.getUserProperties().stringPropertyNames()) {
            String value = session.getUserProperties().getProperty(typed);
            if (options.isNeitherTrueNorFalse(typed, value)) {
                throw new OptionsException(
                        "-D" + typed + "=" + value + ": the option is either true or false. Nothing was run.", "");
            }
            Optional<String> meant = options.meantBy(typed);
            if (meant.isPresent()) {
                doubt("There is no option -D" + typed + "; did you mean -D" + meant.get() + "?", goals);
            }
        }
    }

    /** A goal that writes could do something that was not meant; all others print a warning. */
    private void doubt(String sentence, List<String> goals) throws MojoFailureException {
        if (goals.stream().anyMatch(WRITING::contains)) {
            throw new OptionsException(sentence + " Nothing was run.", "");
        }
        getLog().warn(sentence);
    }
}
