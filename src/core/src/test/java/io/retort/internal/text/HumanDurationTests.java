package io.retort.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @CsvSource({
        "0, 0 s, 1 s",
        "999, 0 s, 1 s",
        "19800, 19 s, 20 s",
        "90000, 1 min 30 s, 1 min 30 s",
        "3780000, 1 h 3 min, 1 h 3 min"
    })
    void hasNoFractions(long milliseconds, String whole, String rounded) {
        assertThat(HumanDuration.whole(Duration.ofMillis(milliseconds))).isEqualTo(whole);
        assertThat(HumanDuration.rounded(Duration.ofMillis(milliseconds))).isEqualTo(rounded);
    }

    /** Everything that people read is formatted here; only JSON has milliseconds. */
    @Test
    void noOtherClassFormatsADuration() throws IOException {
        Pattern unit = Pattern.compile("\\+ \" (ms|s|min|h|seconds|milliseconds)\\b[^\"]*\"");
        Pattern taken = Pattern.compile("(?i)(seconds|minutes|hours|millis|nanos)(\\(\\))? \\+ \" ");
        List<String> found = new ArrayList<>();
        int files = 0;
        for (String module : List.of("src/core", "src/diff", "src/commands", "autoconfigure", "src/maven-plugin")) {
            try (Stream<Path> sources = Files.walk(Path.of("../..", module, "src/main/java"))) {
                for (Path file :
                        sources.filter(one -> one.toString().endsWith(".java")).toList()) {
                    files++;
                    Files.readAllLines(file).stream()
                            .filter(line -> unit.matcher(line).find()
                                    && taken.matcher(line).find())
                            .forEach(line -> found.add(file.getFileName() + ": " + line.strip()));
                }
            }
        }

        assertThat(files).isGreaterThan(500);
        assertThat(found)
                .allMatch(line -> line.startsWith("HumanDuration.java"))
                .isNotEmpty();
    }
}
