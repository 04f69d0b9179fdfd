package io.retort.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolResultTests {

    @TempDir
    Path folder;

    @Test
    void isOkWhenTheToolSaysSo() throws Exception {
        assertThat(read(0, "exit=0").isOk()).isTrue();
    }

    @Test
    void isNotOkWhenTheApplicationNeverBecameATool() throws Exception {
        ToolResult result = ToolResult.read(0, folder.resolve("absent"));

        assertThat(result.isOk()).isFalse();
        assertThat(result.isAnswer()).isFalse();
        assertThat(result.sentence("migrate:current", "app.Main"))
                .isEqualTo("migrate:current did nothing: app.Main ended without starting a SpringApplication."
                        + " Set the application's class with -Dmigrate.mainClass=...");
    }

    @Test
    void tellsTheNumberOfAnApplicationThatDied() throws Exception {
        assertThat(ToolResult.read(200, folder.resolve("absent")).sentence("migrate:current", "app.Main"))
                .contains("did not run", "(exit 200)");
    }

    /** It may have committed statements before. */
    @Test
    void doesNotClaimThatAKilledCommandDidNotRun() throws Exception {
        assertThat(ToolResult.read(137, folder.resolve("absent")).sentence("migrate:upgrade", "app.Main"))
                .isEqualTo("migrate:upgrade was terminated by signal 9 (exit 137). Its output is above."
                        + " Run mvn migrate:current to see what was applied.");
    }

    @Test
    void tellsAnAnswerFromAFailure() throws Exception {
        assertThat(read(4, "exit=4").isAnswer()).isTrue();
        assertThat(read(1, "exit=1").isAnswer()).isFalse();
    }

    @Test
    void saysWhatTheToolSays() throws Exception {
        assertThat(read(4, "exit=4\nmessage=2 differences").sentence("migrate:check", "app.Main"))
                .isEqualTo("migrate:check ended with exit 4: 2 differences");
    }

    private ToolResult read(int exit, String content) throws IOException {
        Path file = folder.resolve("result.properties");
        Files.writeString(file, content);
        return ToolResult.read(exit, file);
    }
}
