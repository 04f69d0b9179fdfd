package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.retort.error.RetortException;
import io.retort.lint.DatabaseSizes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void anUnknownNumberIsNull() throws IOException {
        Path file = sizes("null");

        assertThat(SizesFile.read(file).tables()).containsExactly(new DatabaseSizes.Entry("customer", null, 8L, false));
        assertThat(SizesFile.json(SizesFile.read(file)).toString()).contains("rows=null, bytes=8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "\"many\"", "99999999999999999999"})
    void aNumberThatIsNoCountIsRefused(String rows) throws IOException {
        Path file = sizes(rows);

        assertThat(catchThrowableOfType(RetortException.class, () -> SizesFile.read(file))
                        .what())
                .contains("is not a whole number");
    }

    private Path sizes(String rows) throws IOException {
        return Files.writeString(
                folder.resolve("sizes.json"),
                "{\"product\": \"postgresql\", \"sizes\": [{\"table\": \"customer\", \"rows\": " + rows
                        + ", \"bytes\": 8}]}");
    }

    private static String advice(Path file) {
        return catchThrowableOfType(RetortException.class, () -> SizesFile.read(file))
                .advice()
                .toString();
    }
}
