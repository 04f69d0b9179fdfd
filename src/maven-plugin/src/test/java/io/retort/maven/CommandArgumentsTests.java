package io.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandArgumentsTests {

    @Test
    void leavesOutWhatHasNoValue() {
        assertThat(CommandArguments.of("upgrade")
                        .word(null)
                        .option("output", " ")
                        .flag("sql", false))
                .hasToString("upgrade");
    }

    @Test
    void quotesEveryValue() {
        assertThat(CommandArguments.of("revision")
                        .word("a b")
                        .option("message", "add email")
                        .flag("empty", true))
                .hasToString("revision \"a b\" --message=\"add email\" --empty");
    }

    @Test
    void escapesQuotesAndBackslashes() {
        assertThat(CommandArguments.of("revision").option("message", "say \"hi\" \\ bye"))
                .hasToString("revision --message=\"say \\\"hi\\\" \\\\ bye\"");
    }

    @Test
    void keepsToAsciiWhateverIsTyped() {
        assertThat(CommandArguments.of("revision").option("message", "Größe\n✓"))
                .hasToString("revision --message=\"Gr\\u00f6\\u00dfe\\u000a\\u2713\"");
    }
}
