package io.retort.testkit.launch.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedFolderTests {

    private final String name = "shared-folder-tests-" + UUID.randomUUID();
    private final AtomicInteger times = new AtomicInteger();

    @AfterEach
    void tidyUp() throws IOException {
        Folders.delete(SharedFolder.home().resolve(name));
        Folders.delete(SharedFolder.home().resolve(name + ".part"));
        Files.deleteIfExists(SharedFolder.home().resolve(name + ".lock"));
    }

    @Test
    void aFolderIsMadeOnce() throws IOException {
        Path first = SharedFolder.once(name, this::make);
        Path second = SharedFolder.once(name, this::make);

        assertThat(times).hasValue(1);
        assertThat(second).isEqualTo(first);
        assertThat(first.resolve("data/file")).hasContent("content");
    }

    @Test
    void whatWasHalfMadeIsMadeAnew() throws IOException {
        assertThatThrownBy(() -> SharedFolder.once(name, this::breakOff)).hasMessage("broke off");

        Path folder = SharedFolder.once(name, this::make);

        assertThat(folder.resolve("half")).doesNotExist();
        assertThat(folder.resolve("data/file")).hasContent("content");
    }

    private void make(Path folder) throws IOException {
        times.incrementAndGet();
        Files.createDirectory(folder.resolve("data"));
        Files.writeString(folder.resolve("data/file"), "content");
    }

    private void breakOff(Path folder) throws IOException {
        Files.writeString(folder.resolve("half"), "");
        throw new IOException("broke off");
    }
}
