package io.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
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
