package io.retort.boot.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AnsiStyleTests {

    @Test
    void coloursOnlyATerminal() {
        assertThat(AnsiStyle.of(Map.of(), true).mark("head")).isEqualTo("\u001b[36mhead\u001b[0m");
        assertThat(AnsiStyle.of(Map.of(), false).mark("head")).isEqualTo("head");
    }

    @Test
    void obeysTheEnvironment() {
        assertThat(AnsiStyle.of(Map.of("NO_COLOR", "1"), true).coloured()).isFalse();
        assertThat(AnsiStyle.of(Map.of("NO_COLOR", ""), true).coloured()).isTrue();
        assertThat(AnsiStyle.of(Map.of("TERM", "dumb"), true).coloured()).isFalse();
    }
}
