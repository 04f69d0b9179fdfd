package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.error.RetortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizesFileTests {

    @TempDir
    Path folder;

    @Test
    void adviceDoesNotReplaceAnotherFile() throws IOException {
        Path other = Files.writeString(folder.resolve("passwd"), "root:x:0:0\n");

        assertThat(advice(other))
                .isEqualTo("Write another file with the command `sizes --output=sizes.json`.")
                .doesNotContain(other.toString());
        assertThat(advice(folder)).doesNotContain(folder.toString());
    }

    @Test
    void adviceWritesAMissingFile() {
        Path missing = folder.resolve("missing.json");

        assertThat(advice(missing)).isEqualTo("Write the file with the command `sizes --output=" + missing + "`.");
    }

    private static String advice(Path file) {
        return catchThrowableOfType(RetortException.class, () -> SizesFile.read(file))
                .advice()
                .toString();
    }
}
