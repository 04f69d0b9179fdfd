package io.retort.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkedToolTests {

    @TempDir
    Path folder;

    @Test
    void startsTheMainClassInItsDirectoryWithAllArgumentsIntact() throws Exception {
        String command = "revision --message=\"say \\\"hi\\\" \\\\ bye\"";

        ToolResult result = run("retort.command", command);

        assertThat(result).isEqualTo(new ToolResult(3, true, command));
        assertThat(folder.resolve("here")).exists();
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void nobodyElseReadsTheArgumentsAndNothingStaysOfThem() throws Exception {
        run("retort.command", "mode");

        assertThat(Files.readString(folder.resolve("mode"))).isEqualTo("rw-------");
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void nothingStaysOfTheArgumentsWhenTheJvmCannotBeStarted() {
        JavaArguments arguments = new JavaArguments("Nothing", List.of());
        ForkedTool tool = new ForkedTool(folder.resolve("no-java"), folder, folder.resolve("work"));

        assertThatIOException().isThrownBy(() -> tool.run(arguments, folder.resolve("result.properties")));
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void nothingStaysOfTheArgumentsWhenMavenIsInterrupted() throws Exception {
        Process maven = new ProcessBuilder(
                        java().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("parent.log").toFile())
                .start();
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Files.exists(folder.resolve("waiting")) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(folder.resolve("waiting")).exists();
        assertThat(folder.resolve("work")).isNotEmptyDirectory();

        maven.destroy();

        assertThat(maven.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void forgetsTheResultOfAnEarlierRun() throws Exception {
        Files.writeString(folder.resolve("result.properties"), "exit=0");

        assertThat(run("unused", "x")).isEqualTo(new ToolResult(0, false, ""));
    }

    private ToolResult run(String name, String value) throws IOException {
        Path classes = Path.of("target", "test-classes").toAbsolutePath();
        Path result = folder.resolve("result.properties");
        JavaArguments arguments = new JavaArguments(Child.class.getName(), List.of(classes))
                .property("retort.result", result.toString())
                .property(name, value);
        return new ForkedTool(java(), folder, folder.resolve("work")).run(arguments, result);
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Stands for Maven: starts the child and waits for it until it is itself ended. */
    static class Parent {

        public static void main(String[] words) throws IOException {
            Path folder = Path.of(words[0]);
            JavaArguments arguments = new JavaArguments(
                            Child.class.getName(),
                            List.of(Path.of("target", "test-classes").toAbsolutePath()))
                    .property("retort.command", "wait")
                    .property("spring.datasource.password", "geheim");
            new ForkedTool(java(), folder, folder.resolve("work")).run(arguments, folder.resolve("result.properties"));
        }
    }

    /** Tells its command through the result file and exits with 3; does nothing without a command. */
    static class Child {

        public static void main(String[] words) throws Exception {
            String command = System.getProperty("retort.command");
            if (command == null) {
                return;
            }
            if (command.equals("wait")) {
                Files.createFile(Path.of("waiting"));
                Thread.sleep(60_000);
            }
            if (command.equals("mode")) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("work"))) {
                    Path only = files.iterator().next();
                    Files.writeString(
                            Path.of("mode"), PosixFilePermissions.toString(Files.getPosixFilePermissions(only)));
                }
            }
            Files.createFile(Path.of("here"));
            Properties properties = new Properties();
            properties.setProperty("message", command);
            try (var out = Files.newOutputStream(Path.of(System.getProperty("retort.result")))) {
                properties.store(out, null);
            }
            System.exit(3);
        }
    }
}
