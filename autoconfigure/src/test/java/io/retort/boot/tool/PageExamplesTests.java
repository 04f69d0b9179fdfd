package io.retort.boot.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/commands.md} shows on a console is said word by word in one of the conversations. */
class PageExamplesTests {

    private static final Pattern EXAMPLE = Pattern.compile("```console\n(.*?\n)```", Pattern.DOTALL);

    @Test
    void everyExampleIsReallySaid() throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(Path.of("../docs/commands.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        List<String> conversations = conversations();

        assertThat(examples)
                .hasSizeGreaterThan(10)
                .allSatisfy(example -> assertThat(conversations)
                        .anySatisfy(held -> assertThat(held).contains(example + "\n")));
    }

    /** What stands in another block is not compared with anything. */
    @Test
    void everyGoalThatRunsACommandHasAnExampleOfThisSort() throws IOException {
        String page = Files.readString(Path.of("../docs/commands.md"));

        assertThat(page).doesNotContain("```text");
        assertThat(Commands.all().words())
                .allSatisfy(
                        word -> assertThat(page.lines()).anyMatch(line -> (line + " ").startsWith("$ " + word + " ")));
    }

    private static List<String> conversations() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/conversations"))) {
            return files.map(PageExamplesTests::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file) + "\n";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
