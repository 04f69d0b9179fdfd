package io.retort.boot.tool.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InkTests {

    @Test
    void coloursOnlyATerminal() {
        assertThat(Ink.of(Map.of(), true).mark("head")).isEqualTo("\u001b[36mhead\u001b[0m");
        assertThat(Ink.of(Map.of(), false).mark("head")).isEqualTo("head");
    }

    @Test
    void obeysTheEnvironment() {
        assertThat(Ink.of(Map.of("NO_COLOR", "1"), true).coloured()).isFalse();
        assertThat(Ink.of(Map.of("NO_COLOR", ""), true).coloured()).isTrue();
        assertThat(Ink.of(Map.of("TERM", "dumb"), true).coloured()).isFalse();
    }
}
