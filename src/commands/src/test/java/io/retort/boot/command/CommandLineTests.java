package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTests {

    @Test
    void tellsCommandWordsAndOptionsApart() {
        CommandLine line = CommandLine.parse("downgrade  -1 --sql --output=down.sql");

        assertThat(line.command()).isEqualTo("downgrade");
        assertThat(line.words()).containsExactly("-1");
        assertThat(line.has("sql")).isTrue();
        assertThat(line.option("output")).contains("down.sql");
        assertThat(line.has("plan")).isFalse();
    }

    @Test
    void keepsWhatIsQuoted() {
        CommandLine line = CommandLine.parse("revision --message=\"say \\\"hi\\\" \\\\ bye\" --fill='tier=\"A B\"'");

        assertThat(line.option("message")).contains("say \"hi\" \\ bye");
        assertThat(line.option("fill")).contains("tier=\"A B\"");
    }

    @Test
    void readsCharactersByTheirNumbers() {
        assertThat(CommandLine.parse("revision --message=\"Gr\\u00f6\\u00dfe\\u000a\\u2713\"")
                        .option("message"))
                .contains("Größe\n✓");
    }

    @Test
    void takesABackslashOutsideQuotesAsItIs() {
        assertThat(CommandLine.parse("script --output=C:\\temp\\up.sql").option("output"))
                .contains("C:\\temp\\up.sql");
    }

    @Test
    void keepsAnEmptyWord() {
        assertThat(CommandLine.parse("show \"\"").words()).containsExactly("");
    }

    @Test
    void splitsAListAtCommas() {
        CommandLine line = CommandLine.parse("revision --depends-on=\"a1, b2,\"");

        assertThat(line.list("depends-on")).containsExactly("a1", "b2");
        assertThat(line.list("head")).isEmpty();
    }

    @Test
    void takesFalseAsNotGiven() {
        assertThat(CommandLine.parse("upgrade --sql=false").has("sql")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "show \"open", "upgrade --sql --sql"})
    void refusesWhatCannotBeMeant(String line) {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> CommandLine.parse(line))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(ExitStatus.USAGE));
    }
}
