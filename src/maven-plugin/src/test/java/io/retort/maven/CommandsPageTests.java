package io.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** {@code docs/commands.md} tells of every goal and every option, and of none that is not there. */
class CommandsPageTests {

    private final Map<String, Map<String, String>> goals =
            PluginDescriptor.goals(Path.of("target/classes/META-INF/maven/plugin.xml"));

    private final Map<String, Map<String, String>> told =
            CommandsPage.read(Path.of("../../docs/commands.md")).goals();

    CommandsPageTests() throws Exception {}

    @Test
    void tellsOfTheGoalsThatThereAre() {
        assertThat(goals).isNotEmpty();
        assertThat(told.keySet()).isEqualTo(goals.keySet());
    }

    @Test
    void tellsOfEachGoalsOptionsAndOfNoOther() {
        goals.forEach((goal, options) -> assertThat(told.get(goal).keySet())
                .as("the options of migrate:%s in docs/commands.md", goal)
                .isEqualTo(options.keySet()));
    }

    @Test
    void tellsTheDefaults() {
        goals.forEach((goal, options) -> assertThat(defaults(goal, options))
                .as("the defaults of migrate:%s in docs/commands.md", goal)
                .isEqualTo(options));
    }

    /** As told; where the plug-in leaves an option to the application, the page may say in words what that does. */
    private Map<String, String> defaults(String goal, Map<String, String> options) {
        Map<String, String> defaults = new TreeMap<>();
        told.get(goal)
                .forEach((option, text) -> defaults.put(
                        option, String.valueOf(options.get(option)).isEmpty() ? "" : text.replace("`", "")));
        return defaults;
    }
}
