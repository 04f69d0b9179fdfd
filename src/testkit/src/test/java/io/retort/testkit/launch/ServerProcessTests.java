package io.retort.testkit.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.testkit.engine.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class ServerProcessTests {

    @Test
    void aServerThatEndsIsNotWaitedForAndItsLastWordsAreShown(@TempDir Path template) throws IOException {
        Files.createDirectory(template.resolve("data"));
        ServerProcess server =
                ServerProcess.start("doomed", template, data -> List.of("/bin/sh", "-c", "echo disk is full; exit 3"));

        assertThatThrownBy(() -> server.await(new Login("jdbc:mariadb://127.0.0.1:1/", "root", "")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ended with 3")
                .hasMessageContaining("disk is full");
    }

    @Test
    void theServerWorksOnACopyOfTheTemplate(@TempDir Path template) throws Exception {
        Files.createDirectory(template.resolve("data"));
        Files.writeString(template.resolve("data/file"), "as it was");
        ServerProcess server = ServerProcess.start(
                "copying",
                template,
                data -> List.of("/bin/sh", "-c", "cat $0/file; echo changed > $0/file", "" + data));

        assertThatThrownBy(() -> server.await(new Login("jdbc:mariadb://127.0.0.1:1/", "root", "")))
                .hasMessageContaining("as it was");
        assertThat(template.resolve("data/file")).hasContent("as it was");
    }
}
