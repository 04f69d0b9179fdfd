package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrintableStreamTests {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintableStream stream = PrintableStream.of(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @Test
    void whatCouldControlATerminalBecomesVisible() {
        stream.println("+ table \"a\u001b[2J\u001b]0;x\u0007\rb\u202e\u009b\"\tint");
        stream.printf("%s of %d", "\u001b[31mred", 2);
        stream.println((Object) "\u001b[m");

        assertThat(text())
                .isEqualTo("+ table \"a\\u001b[2J\\u001b]0;x\\u0007\\u000db\\u202e\\u009b\"\tint\n"
                        + "\\u001b[31mred of 2\\u001b[m\n");
    }

    @Test
    void ownColoursStay() {
        AnsiStyle style = AnsiStyle.of(Map.of(), true);
        stream.print(style.failure("no \u202e") + " and \u001b[0m " + style.name("a1"));

        assertThat(text()).isEqualTo("\u001b[31mno \\u202e\u001b[0m and \\u001b[0m \u001b[33ma1\u001b[0m");
    }

    @Test
    void coloursOfANameAreNotOwn() {
        stream.println("a1 (\u001b[31mred\u001b[0m)");
        stream.print(AnsiStyle.of(Map.of(), true).failure("a \u001b[32mgreen\u001b[0m table"));

        assertThat(text())
                .isEqualTo("a1 (\\u001b[31mred\\u001b[0m)\n" + "\u001b[31ma \\u001b[32mgreen\\u001b[0m table\u001b[0m");
    }

    @Test
    void theRedrawnLineStays() throws InterruptedException {
        try (ConsoleTicker ticker = new ConsoleTicker(stream, true, Duration.ofMillis(20), () -> "t\u001b[2J 1 of 2")) {
            Thread.sleep(200);
        }

        assertThat(text()).startsWith("\rt\\u001b[2J 1 of 2\u001b[K").endsWith("\r\u001b[K");
    }

    /** What a redrawn line does with the cursor is done by nothing else, wherever it is in the text. */
    @Test
    void aTextThatLooksLikeARedrawnLineIsText() {
        stream.print("\rOK, all applied\u001b[K");
        stream.println("\r\u001b[K");
        stream.print("a\r");
        stream.print("\u001b[K");

        assertThat(text()).isEqualTo("\\u000dOK, all applied\\u001b[K\\u000d\\u001b[K\na\\u000d\\u001b[K");
    }

    /** Neither the text of a redrawn line nor that of a line in a log can leave its line, whatever it contains. */
    @Test
    void aTickerDrawsOneLine() throws InterruptedException {
        String hostile = "\r\u001b[K\u001b[2J\u202e one\ntwo\r\nthree\rfour " + "\ud83d\ude00".repeat(80);
        for (boolean terminal : new boolean[] {true, false}) {
            bytes.reset();
            PrintStream raw = new PrintStream(bytes, true, StandardCharsets.UTF_8);
            try (ConsoleTicker ticker = new ConsoleTicker(raw, terminal, Duration.ofMillis(20), () -> hostile)) {
                Thread.sleep(200);
                ticker.println("\rdone\u001b[K");
            }
            String seen = text();
            String line =
                    terminal ? "\r \\u001b[K\\u001b[2J\\u202e one two three four " : " \\u001b[K\\u001b[2J\\u202e one";
            assertThat(seen).contains(line).contains("\\u000ddone\\u001b[K\n").doesNotContain("\u001b[2J", "\u202e");
            String own = terminal ? seen.replace("\r", "").replace("\u001b[K", "") : seen;
            assertThat(own.chars()).noneMatch(sign -> sign < ' ' && sign != '\n');
            assertThat(seen.codePoints()).noneMatch(sign -> sign >= 0xd800 && sign <= 0xdfff || sign == '?');
            if (terminal) {
                assertThat(seen.split("\r")[1].codePointCount(0, seen.split("\r")[1].length()))
                        .isLessThanOrEqualTo(103);
                assertThat(seen.chars().filter(sign -> sign == '\n')).hasSize(1);
            }
        }
    }

    @Test
    void dataIsPrintedAsItIs() {
        stream.raw("select '\u001b\u202e'");

        assertThat(text()).isEqualTo("select '\u001b\u202e'");
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
