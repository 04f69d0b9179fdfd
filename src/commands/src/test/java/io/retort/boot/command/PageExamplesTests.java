package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every console example in {@code docs/commands.md} is part of a tested conversation. */
class PageExamplesTests {

    private static final Pattern EXAMPLE = Pattern.compile("```console\n(.*?\n)```", Pattern.DOTALL);

    @Test
    void everyExampleIsReallySaid() throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(Path.of("../../docs/commands.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        List<String> conversations = conversations();

        assertThat(examples)
                .hasSizeGreaterThan(10)
                .allSatisfy(example -> assertThat(conversations)
                        .anySatisfy(held -> assertThat(held).contains(example + "\n")));
    }

    /** Other code blocks are not compared with a conversation; {@code dev} needs a build, so a story shows it. */
    @Test
    void everyGoalThatRunsACommandHasAnExampleOfThisSort() throws IOException {
        String page = Files.readString(Path.of("../../docs/commands.md"));

        assertThat(page).doesNotContain("```text");
        assertThat(Commands.all().words().stream().filter(word -> !word.equals("dev")))
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
