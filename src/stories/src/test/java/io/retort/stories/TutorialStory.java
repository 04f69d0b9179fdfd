package io.retort.stories;

import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.stories.MavenBuild.Result;
import io.retort.stories.TutorialPage.Command;
import io.retort.stories.TutorialPage.Console;
import io.retort.stories.TutorialPage.Part;
import io.retort.stories.TutorialPage.SourceFile;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command of {@code docs/tutorial.md} in a shell, creates every file, and compares every output. With
 * {@code -Dgolden.write}, it writes the outputs into the page.
 */
class TutorialStory {

    private static final Path PAGE = Path.of("../../docs/tutorial.md");
    private static final String PROJECT = "library";
    private static final boolean WRITE = System.getProperty("golden.write") != null;
    private static final String H2_URL = "jdbc:h2:file:./data/library";

    /** What a goal prints that works for many seconds. */
    private static final Pattern PROGRESS = Pattern.compile("[A-Z][a-z]+ for \\d+ s");

    @TempDir
    Path work;

    @Test
    void everyCommandPrintsWhatThePageShows() throws IOException {
        run(Map.of(), new OutputComparison(Map.of(), false));
    }

    /** The same page: only the product, its URL and its types differ, and a server has lint findings. */
    @OnDatabases(POSTGRESQL)
    void everyCommandWorksOnPostgreSql(TestDb db) throws IOException {
        Assumptions.assumeTrue(Boolean.getBoolean("retort.full"), "runs with -Pfull");
        Map<String, String> differences = new LinkedHashMap<>();
        differences.put("H2 2.4.240 at " + H2_URL, "PostgreSQL \\S+ at \\S+?");
        differences.put("for H2 2.4", "for PostgreSQL \\S+?");
        run(
                Map.of(
                        "SPRING_DATASOURCE_URL", db.url(),
                        "SPRING_DATASOURCE_USERNAME", db.user(),
                        "SPRING_DATASOURCE_PASSWORD", db.password()),
                new OutputComparison(differences, true));
    }

    private void run(Map<String, String> environment, OutputComparison comparison) throws IOException {
        Map<String, String> settings = settings(environment);
        List<Part> written = new ArrayList<>();
        for (Part part : TutorialPage.read(PAGE)) {
            if (part instanceof SourceFile file) {
                create(work.resolve(PROJECT), file);
            }
            written.add(part instanceof Console console ? run(console, settings, comparison) : part);
        }
        if (WRITE) {
            Files.writeString(PAGE, TutorialPage.text(written));
        }
    }

    private Console run(Console console, Map<String, String> environment, OutputComparison comparison) {
        List<Command> commands = new ArrayList<>();
        for (Command command : console.commands()) {
            List<String> output = output(folder(command), environment, command.line());
            commands.add(new Command(command.line(), output));
            assertThat(WRITE || comparison.matches(command.output(), output))
                    .as(
                            "$ %s%nThe page:%n%s%nThe output:%n%s",
                            command.line(), String.join("\n", command.output()), String.join("\n", output))
                    .isTrue();
        }
        return new Console(commands);
    }

    /** The page changes into the project once, with {@code cd}. */
    private Path folder(Command command) {
        boolean before = command.line().startsWith("mkdir ") || command.line().startsWith("cd ");
        return before ? work : work.resolve(PROJECT);
    }

    private Map<String, String> settings(Map<String, String> environment) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>(environment);
        settings.putAll(MavenBuild.environment());
        settings.put("PATH", MavenBuild.onPath(work.resolve("bin")) + ":" + System.getenv("PATH"));
        settings.put("GIT_CONFIG_GLOBAL", "/dev/null");
        for (String role : List.of("AUTHOR", "COMMITTER")) {
            settings.put("GIT_" + role + "_NAME", "Reader");
            settings.put("GIT_" + role + "_EMAIL", "reader@example.org");
        }
        return settings;
    }

    private static void create(Path project, SourceFile file) throws IOException {
        String text = String.join("\n", file.lines()) + "\n";
        if (!file.name().contains("*")) {
            Path target = project.resolve(file.name());
            Files.createDirectories(target.getParent());
            Files.writeString(target, text);
            return;
        }
        Path existing = only(project.resolve(file.name()));
        String before = Files.readString(existing);
        Files.writeString(existing, before.substring(0, before.indexOf("-- upgrade")) + text);
    }

    private static Path only(Path pattern) throws IOException {
        try (var files = Files.newDirectoryStream(
                pattern.getParent(), pattern.getFileName().toString())) {
            return files.iterator().next();
        }
    }

    private static List<String> output(Path folder, Map<String, String> environment, String command) {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command + id(command)).directory(folder.toFile());
        shell.environment().putAll(environment);
        Result result = Processes.run(shell, 5, TimeUnit.MINUTES);
        return result.output()
                .lines()
                .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "").stripTrailing())
                .filter(line -> !line.startsWith("[ERROR]") && !line.startsWith("[WARNING]"))
                .filter(line -> !PROGRESS.matcher(line).matches())
                .collect(Collectors.joining("\n"))
                .strip()
                .lines()
                .toList();
    }

    /** Revisions have the same ids in each run: the order of branches in the output depends on them. */
    private static String id(String command) {
        Matcher message = Pattern.compile("-Dmessage=\"(.*?)\"|migrate:merge").matcher(command);
        return message.find() ? " -DrevId=%08x".formatted(message.group().hashCode()) : "";
    }
}
