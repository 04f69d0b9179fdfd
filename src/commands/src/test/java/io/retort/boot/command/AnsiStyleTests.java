package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnsiStyleTests {

    @Test
    void coloursOnlyATerminal() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintableStream.of(new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .print(AnsiStyle.of(Map.of(), true).mark("head"));

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("\u001b[36mhead\u001b[0m");
        assertThat(AnsiStyle.of(Map.of(), false).mark("head")).isEqualTo("head");
    }

    @Test
    void obeysTheEnvironment() {
        assertThat(AnsiStyle.of(Map.of("NO_COLOR", "1"), true).coloured()).isFalse();
        assertThat(AnsiStyle.of(Map.of("NO_COLOR", ""), true).coloured()).isTrue();
        assertThat(AnsiStyle.of(Map.of("TERM", "dumb"), true).coloured()).isFalse();
    }
}
