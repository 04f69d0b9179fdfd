package io.retort.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/operations.md} matches the golden files. {@code -Dgolden.write} rewrites it. */
class OperationsPageTests {

    private static final Path PAGE = Path.of("../../docs/operations.md");

    @Test
    void thePageIsFresh() throws IOException {
        String text = new OperationsPage(Path.of("src/test/resources/golden")).text();
        if (System.getProperty("golden.write") != null) {
            Files.writeString(PAGE, text);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/operations.md is outdated: run this test with -Dgolden.write")
                .isEqualTo(text);
    }
}
