package io.retort.maven;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.Log;

/** Checks the options of the goals that were typed, before the first of them compiles the project. */
final class OptionsCheck {

    private static final Set<String> WRITING = Set.of(
            "revision",
            "merge",
            "upgrade",
            "downgrade",
            "stamp",
            "repair",
            "init",
            "adopt",
            "backfill",
            "squash",
            "replay",
            "dev",
            "switch");

    private final List<String> goals;
    private final Properties typed;
    private final boolean hasMessage;
    private final PluginDescriptor plugin;
    private final Log log;

    OptionsCheck(MavenSession session, PluginDescriptor plugin, Log log) {
        this.goals = GoalOptions.goals(session.getGoals());
        this.typed = session.getUserProperties();
        this.hasMessage = Stream.of(
                        typed,
                        session.getSystemProperties(),
                        session.getCurrentProject().getProperties())
                .anyMatch(properties -> !properties.getProperty("message", "").isBlank());
        this.plugin = plugin;
        this.log = log;
    }

    /**
     * Checks the options.
     *
     * @throws MojoFailureException if an option is wrong or missing
     */
    void run() throws MojoFailureException {
        if (goals.isEmpty()) {
            return;
        }
        if (goals.contains("revision") && !hasMessage) {
            throw RevisionMojo.noMessage();
        }
        requireNoOption("target", typed.getProperty("target", ""));
        requireNoOption("revisions", typed.getProperty("revisions", ""));
        GoalOptions options = new GoalOptions(plugin, goals);
        for (String name : typed.stringPropertyNames()) {
            String value = typed.getProperty(name);
            if (options.isNeitherTrueNorFalse(name, value)) {
                throw new OptionsException(
                        "-D" + name + "=" + value + ": the option is either true or false. Nothing was run.", "");
            }
            Optional<String> meant = options.meantBy(name);
            if (meant.isPresent()) {
                doubt("There is no option -D" + name + "; did you mean -D" + meant.get() + "?");
            }
        }
    }

    /**
     * Checks that a value which the application gets as an argument is not an option there: {@code -Dtarget=--sql} would print
     * a script. No id and no target begins with two hyphens.
     */
    static void requireNoOption(String name, String value) throws OptionsException {
        if (value.strip().startsWith("--")) {
            throw new OptionsException(
                    "-D" + name + "=" + value
                            + ": a revision, a label or a target does not begin with \"--\". Nothing was run.",
                    "-D" + name + "=" + (name.equals("target") ? "heads" : "3f2a,a1b2"));
        }
    }

    /** A goal that writes could do something that was not meant; all others print a warning. */
    private void doubt(String sentence) throws MojoFailureException {
        if (goals.stream().anyMatch(WRITING::contains)) {
            throw new OptionsException(sentence + " Nothing was run.", "");
        }
        log.warn(sentence);
    }
}
