package io.retort.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
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
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ForkedTool(java, folder, folder.resolve("work")).run(arguments, result);
    }

    /** Tells its command through the result file and exits with 3; does nothing without a command. */
    static class Child {

        public static void main(String[] words) throws IOException {
            String command = System.getProperty("retort.command");
            if (command == null) {
                return;
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
