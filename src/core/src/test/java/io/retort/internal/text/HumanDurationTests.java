package io.retort.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HumanDurationTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0.00 s",
        "350, 0.35 s",
        "9990, 9.99 s",
        "19320, 19 s",
        "60000, 1 min",
        "125000, 2 min 5 s",
        "3600000, 1 h",
        "3780000, 1 h 3 min",
        "360000000, 100 h"
    })
    void isWrittenForPeople(long milliseconds, String text) {
        assertThat(HumanDuration.of(Duration.ofMillis(milliseconds))).isEqualTo(text);
    }
}
