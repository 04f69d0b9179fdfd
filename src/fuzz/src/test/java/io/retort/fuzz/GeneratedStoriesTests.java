package io.retort.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated stories: a fixed sample in every build, and new ones for the duration of {@code -Pfuzz -Dfuzz.minutes}. */
class GeneratedStoriesTests {

    private static final List<String> PRODUCTS = List.of("h2", "postgresql", "mariadb", "sqlite", "hsqldb", "mysql");

    private static final long MINUTES = Long.getLong("fuzz.minutes", 0);

    /** The same seeds in every build. */
    @ParameterizedTest
    @CsvSource({"h2, 6"})
    void aFixedSampleHolds(String product, int seeds) {
        assumeTrue(MINUTES == 0, "a long run is asked for");
        FuzzRun run = new FuzzRun(line -> {});
        LongStream.rangeClosed(1, seeds).forEach(seed -> run.story(product, seed));
        assertThat(run.reports()).as(String.join("\n", run.describe())).isEmpty();
    }

    /** New seeds in each run; {@code -Dfuzz.seed} repeats an earlier run. */
    @Test
    void aLongRunHolds() {
        assumeTrue(MINUTES > 0, "-Pfuzz -Dfuzz.minutes=N asks for a long run");
        Instant end = Instant.now().plus(Duration.ofMinutes(MINUTES));
        FuzzRun run = new FuzzRun(System.out::println);
        String only = System.getProperty("fuzz.only", "");
        long seed = Long.getLong("fuzz.seed", Instant.now().getEpochSecond() * 1000);
        System.out.println("first seed: " + seed);
        while (Instant.now().isBefore(end)) {
            for (String product : only.isEmpty() ? PRODUCTS : List.of(only.split(","))) {
                run.story(product, seed);
            }
            seed++;
        }
        run.describe().forEach(System.out::println);
        assertThat(run.reports()).isEmpty();
    }
}
