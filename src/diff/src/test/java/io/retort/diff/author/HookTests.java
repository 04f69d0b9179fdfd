package io.retort.diff.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.error.RetortException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class HookTests {

    @TempDir
    Path project;

    private Path file;

    @BeforeEach
    void aNewFile() throws Exception {
        file = Files.writeString(project.resolve("R1 it.java"), "class R1 {}\n");
    }

    @Test
    void runsInTheProjectOnTheFile() throws Exception {
        new Hook("sh -c 'pwd > where; cat \"$0\" > what' {file}").run(project, file);

        assertThat(project.resolve("where"))
                .content()
                .contains(project.getFileName().toString());
        assertThat(project.resolve("what")).hasContent("class R1 {}\n");
    }

    @Test
    void aLongWordIsOneArgument() throws Exception {
        String word = "x".repeat(50_000);

        new Hook("sh -c 'printf %s \"$1\" > what' {file} " + word).run(project, file);

        assertThat(project.resolve("what")).hasContent(word);
    }

    @Test
    void aFailureIsToldWithWhatItSaidAndTheFileStays() {
        Hook hook = new Hook("sh -c 'echo line 7 is wrong; exit 3' {file}");

        assertThatThrownBy(() -> hook.run(project, file))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("The hook \"sh -c 'echo line 7 is wrong; exit 3' {file}\" ended with exit code 3")
                .hasMessageContaining("\n  line 7 is wrong\n")
                .hasMessageContaining("R1 it.java was written and is kept.");
        assertThat(file).exists();
    }

    @Test
    void aCommandThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new Hook("no-such-formatter {file}").run(project, file))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("The hook \"no-such-formatter {file}\" could not be started")
                .hasMessageContaining("the option `revision.hooks`");
    }

    @Test
    void aCommandForOneKindOfFileLeavesOthersAlone() {
        assertThat(new Hook("f {java-file}").wants(file)).isTrue();
        assertThat(new Hook("f {sql-file}").wants(file)).isFalse();
        assertThat(new Hook("f {java-file}").wants(Path.of("1.sql"))).isFalse();
        assertThat(new Hook("mvn spotless:apply").wants(Path.of("1.sql"))).isTrue();
    }

    @Test
    void anEmptyCommandIsRefused() {
        assertThatThrownBy(() -> new Hook(" ")).hasMessageContaining("retort.revision.hooks has an empty command");
    }
}
