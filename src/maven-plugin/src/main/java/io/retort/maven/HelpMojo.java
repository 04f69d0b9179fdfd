package io.retort.maven;

import io.retort.maven.safe.AbstractSafeMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.jspecify.annotations.Nullable;

/** Lists the goals, or the options of one goal. Does not need a project. */
@Mojo(name = "help", requiresProject = false, threadSafe = true)
public class HelpMojo extends AbstractSafeMojo {

    @org.apache.maven.plugins.annotations.Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** The goal whose options are listed. */
    @org.apache.maven.plugins.annotations.Parameter(property = "goal")
    private @Nullable String goal;

    @Override
    protected void runGoal() throws MojoFailureException {
        if (goal == null || goal.isBlank()) {
            plugin.getMojos()
                    .forEach(mojo -> printf("mvn migrate:%-10s %s", mojo.getGoal(), sentence(mojo.getDescription())));
            print("Next: mvn migrate:help -Dgoal=revision lists the options of a goal.");
            return;
        }
        MojoDescriptor mojo = plugin.getMojo(goal);
        if (mojo == null) {
            throw new MojoFailureException("There is no goal \"" + goal + "\". Run mvn migrate:help for a list.");
        }
        printf("mvn migrate:%s", mojo.getGoal());
        printf("  %s", sentence(mojo.getDescription()));
        mojo.getParameters().stream()
                .filter(Parameter::isEditable)
                .forEach(option -> printf("  -D%-24s %s", GoalOptions.name(option), sentence(option.getDescription())));
    }

    private static void printf(String format, Object... values) {
        print(String.format(format, values));
    }

    /** Returns the first sentence of a description, without markup. */
    static String sentence(@Nullable String description) {
        String text = description == null
                ? ""
                : description
                        .replaceAll("<[^>]*>|\\s+", " ")
                        .replaceAll(" +", " ")
                        .strip();
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }
}
