package io.retort.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The decisions have one form and are numbered without gaps. */
class DecisionsTests {

    private static final Path FOLDER = Path.of("../../docs/decisions");
    private static final List<String> SECTIONS = List.of("Question", "Choices", "Decision", "Consequences", "Checked");
    private static final Pattern STATUS =
            Pattern.compile("Status: (proposed|accepted|rejected|replaced by (\\d{3}|NNN))");

    @Test
    void numbersHaveNoGaps() throws IOException {
        List<Path> files = files();
        assertThat(files.stream().map(DecisionsTests::number))
                .containsExactlyElementsOf(IntStream.range(0, files.size())
                        .mapToObj("%03d"::formatted)
                        .toList());
    }

    @Test
    void eachHasTheForm() throws IOException {
        for (Path file : files()) {
            List<String> lines = Files.readAllLines(file);
            assertThat(lines.get(0)).as("%s", file).startsWith("# " + number(file) + " ");
            assertThat(lines.get(2)).as("%s", file).matches(STATUS);
            List<String> sections = lines.stream()
                    .filter(line -> line.startsWith("## "))
                    .map(line -> line.substring(3))
                    .toList();
            assertThat(sections)
                    .as("%s", file)
                    .contains("Question", "Decision")
                    .isEqualTo(SECTIONS.stream().filter(sections::contains).toList());
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static String number(Path file) {
        return file.getFileName().toString().substring(0, 3);
    }
}
