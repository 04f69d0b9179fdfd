package io.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class FailureJsonTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aMistakeHasTheCommandToType() {
        print(RevisionMojo.noMessage());

        assertThat(out.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo(
                        "{\"retort\":1,\"exit\":2,\"failure\":{\"problem\":\"A revision needs a message.\",\"detail\":\"\","
                                + "\"where\":null,\"remedy\":\"Type for example: mvn migrate:revision -Dmessage=\\\"add email to"
                                + " customer\\\"\",\"commands\":[\"mvn migrate:revision -Dmessage=\\\"add email to customer\\\"\"]}}");
    }

    @Test
    void theRestOfAMessageIsItsDetail() {
        print(new MojoExecutionException("Cannot start: C:\\x\n\tsecond \u001b[31mline \uD83D\uDE00\u2028"));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .hasLineCount(1)
                .contains("\"exit\":1", "\"problem\":\"Cannot start: C:\\\\x\"")
                .contains("\"detail\":\"second \\u001b[31mline \\ud83d\\ude00");
    }

    /** As in the JSON of the commands, whose test reads the same list; what has two halves is always escaped here. */
    @Test
    void theListedCharactersAreEscaped() throws IOException {
        BitSet listed = new BitSet();
        for (String line : Files.readAllLines(Path.of("../core/src/test/resources/escaped-in-json.txt"))) {
            if (!line.startsWith("#")) {
                String[] ends = line.split("-");
                int last = Integer.parseInt(ends[ends.length - 1], 16);
                listed.set(Integer.parseInt(ends[0], 16), last + 1);
            }
        }
        assertThat(listed.cardinality()).isGreaterThan(2_000);
        assertThat(IntStream.rangeClosed(0, Character.MAX_VALUE)
                        .filter(sign -> listed.get(sign) == isShown((char) sign)))
                .isEmpty();
    }

    private boolean isShown(char sign) {
        out.reset();
        print(new MojoExecutionException("a" + sign + "b"));
        String json = out.toString(StandardCharsets.UTF_8);
        return json.contains("a" + sign + "b") || json.contains("a\\" + sign + "b");
    }

    @Test
    void jsonIsWantedUnlessItIsFalse() {
        Properties options = new Properties();
        assertThat(FailureJson.isWanted(options)).isFalse();
        options.setProperty("json", "");
        assertThat(FailureJson.isWanted(options)).isTrue();
        options.setProperty("json", "false");
        assertThat(FailureJson.isWanted(options)).isFalse();
    }

    private void print(Exception failure) {
        new FailureJson(new PrintStream(out, true, StandardCharsets.UTF_8)).print(failure);
    }
}
