package io.retort.maven;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Mojo;
import org.jspecify.annotations.Nullable;

/** Lists the goals, or the options of one goal. Does not need a project. */
@Mojo(name = "help", requiresProject = false, threadSafe = true)
public class HelpMojo extends AbstractMojo {

    @org.apache.maven.plugins.annotations.Parameter(defaultValue = "${plugin}", readonly = true, required = true)
    private PluginDescriptor plugin;

    /** The goal whose options are listed. */
    @org.apache.maven.plugins.annotations.Parameter(property = "goal")
    private @Nullable String goal;

    @Override
    public void execute() throws MojoFailureException {
        if (goal == null || goal.isBlank()) {
            plugin.getMojos()
                    .forEach(mojo -> print("mvn migrate:%-10s %s", mojo.getGoal(), sentence(mojo.getDescription())));
            print("Next: mvn migrate:help -Dgoal=revision lists the options of a goal.");
            return;
        }
        MojoDescriptor mojo = plugin.getMojo(goal);
        if (mojo == null) {
            throw new MojoFailureException("There is no goal \"" + goal + "\". Run mvn migrate:help for a list.");
        }
        print("mvn migrate:%s", mojo.getGoal());
        print("  %s", sentence(mojo.getDescription()));
        mojo.getParameters().stream()
                .filter(Parameter::isEditable)
                .forEach(option -> print("  -D%-24s %s", GoalOptions.name(option), sentence(option.getDescription())));
    }

    /** Standard output, because Maven's log is silent with {@code -q}. */
    private static void print(String format, Object... values) {
        System.out.println(String.format(format, values));
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
