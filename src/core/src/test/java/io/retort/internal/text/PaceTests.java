package io.retort.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0    | 1000 | 5000    | 0 of 1,000     |
            412  | 1000 | 500     | 412 of 1,000   |
            412  | 1000 | 12000   | 412 of 1,000   | 34 per second, about 17 s left
            1000 | 1000 | 19000   | 1,000 of 1,000 | 53 per second
            3    | 10   | 2000    | 3 of 10        | 1.5 per second, about 5 s left
            2    | 4    | 250000  | 2 of 4         | 2 min 5 s each, about 4 min 10 s left
            7    | 0    | 2000    | 7              | 3.5 per second
            1    | 3    | 7000000 | 1 of 3         | 1 h 56 min each, about 3 h 53 min left
            """)
    void isWrittenForPeople(long done, long total, long milliseconds, String position, String text) {
        Pace pace = new Pace(done, total, Duration.ofMillis(milliseconds));

        assertThat(pace.position()).isEqualTo(position);
        assertThat(pace.describe()).isEqualTo(text == null ? "" : text);
    }

    @Test
    void theRemainingTimeIsNeverNegativeAndEndsWithTheWork() {
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            long total = random.nextInt(100_000);
            long done = total == 0 ? 0 : random.nextLong(total + 1);
            Pace pace = new Pace(done, total, Duration.ofMillis(random.nextInt(10_000_000)));
            pace.left().ifPresent(left -> assertThat(left).isPositive());
            assertThat(pace.left().isPresent() && done == total).isFalse();
        }
    }
}
