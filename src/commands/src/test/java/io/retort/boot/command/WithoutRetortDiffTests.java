package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.command.ToolInside.Answer;
import io.retort.boot.command.story.StoryApplication;
import io.retort.diff.author.Authoring;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A packaged application has no {@code retort-diff}. Each command runs, or says that it needs it. */
@Tag("long")
class WithoutRetortDiffTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classpath:story",
                "classpath:/story/",
                "classpath*:story",
                "io.retort.boot.command.story",
                "file:FOLDER"
            })
    void everyCommandRunsOrSaysWhatItNeeds(String location) throws Exception {
        ClassLoader usual = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader production = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(production);
            Object answers = production
                    .loadClass(Production.class.getName())
                    .getMethod("answers", String.class)
                    .invoke(null, location.replace("FOLDER", folder.toString()));

            assertThat((List<?>) answers)
                    .hasSizeGreaterThan(20)
                    .allSatisfy(answer -> assertThat((String) answer)
                            .doesNotContain("io/retort/diff")
                            .containsAnyOf(": OK", ": FAILED", ": USAGE", "It needs retort-diff"));
            assertThat(answers.toString()).contains("upgrade heads: OK", "current: OK", "history: OK");
        } finally {
            Thread.currentThread().setContextClassLoader(usual);
        }
    }

    private static URL[] classPath() throws Exception {
        Path diff = Path.of(Authoring.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!Path.of(entry).toAbsolutePath().equals(diff)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    /** Runs in the class loader without {@code retort-diff}. */
    public static final class Production {

        private static final Map<String, String> ARGUMENTS = Map.of(
                "upgrade", "upgrade heads",
                "downgrade", "downgrade base --plan",
                "stamp", "stamp heads",
                "show", "show heads",
                "plan", "plan heads",
                "script", "script base:heads",
                "lint", "lint --since=base",
                "blame", "blame product",
                "switch", "switch --plan",
                "merge", "merge heads --message=both");

        private Production() {}

        /** Returns the command, its status and its output, for each command. */
        public static List<String> answers(String location) {
            ToolInside tool = new ToolInside(
                    StoryApplication.class,
                    Map.of(
                            "spring.datasource.url", "jdbc:h2:mem:production;DB_CLOSE_DELAY=-1",
                            "retort.interactive", "false",
                            "retort.locations", location));
            Set<String> words = ToolInside.words();
            List<String> answers = new ArrayList<>();
            answers.add(answer(tool, "upgrade heads"));
            words.forEach(word -> answers.add(answer(tool, ARGUMENTS.getOrDefault(word, word))));
            return answers;
        }

        private static String answer(ToolInside tool, String command) {
            try {
                Answer answer = tool.run(command);
                return command + ": " + answer.outcome().status() + "\n" + answer.seen();
            } catch (LinkageError missing) {
                return command + ": " + missing;
            }
        }
    }
}
