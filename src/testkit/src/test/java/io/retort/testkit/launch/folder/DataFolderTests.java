package io.retort.testkit.launch.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DataFolderTests {

    @Test
    void aFolderOfAKilledJvmIsDeletedAndThatOfALiveOneKept() throws Exception {
        Path mine = DataFolder.create("test");
        Files.writeString(mine.resolve("page"), "data");
        Path abandoned = Files.createDirectories(mine.resolveSibling(endedProcess() + "-test-1"));
        Files.writeString(abandoned.resolve("page"), "data");

        Path next = DataFolder.create("test");

        assertThat(abandoned).doesNotExist();
        assertThat(mine.resolve("page")).hasContent("data");
        assertThat(next).isEmptyDirectory().isNotEqualTo(mine);
        Folders.delete(mine);
        Folders.delete(next);
    }

    private static long endedProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }
}
