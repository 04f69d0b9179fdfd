package io.retort.diff.author.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptVersionTests {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 30, 13, 5, 9);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 2 10            | 11
            007 008 009       | 010
            099               | 100
            1.2 1.10          | 1.11
            1_2 1_10          | 1_11
            1.2.03            | 1.2.04
            3 2.9             | 4
            20240101          | 20261130
            20240101120000    | 20261130130509
            202401011200      | 202611301305
            20990101120000    | 20990101120001
            2024.01.05        | 2026.11.30
            2024.01.05.02     | 2026.11.30.01
            2026.11.30        | 2026.11.31
            2026.11.30.02     | 2026.11.30.03
            1700000000        | 1700000001
            2000              | 2001
            """)
    void theNextVersionHasTheFormOfTheLatest(String existing, String next) {
        List<ScriptVersion> versions =
                Arrays.stream(existing.split(" ")).map(ScriptVersion::new).toList();
        ScriptVersion after = ScriptVersion.after(versions, NOW);
        assertThat(after.text()).isEqualTo(next);
        assertThat(versions).allMatch(version -> version.compareTo(after) < 0);
    }

    @Test
    void theFirstVersionIsOne() {
        assertThat(ScriptVersion.after(List.of(), NOW).text()).isEqualTo("1");
    }
}
