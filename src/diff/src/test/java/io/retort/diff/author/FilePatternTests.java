package io.retort.diff.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.error.RetortException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePatternTests {

    private static final Instant CREATED = Instant.parse("2026-01-02T23:04:05.678Z");

    @ParameterizedTest
    @CsvSource({
        "{rev}_{slug},                                                  40, abc_add_email",
        "{year}{month}{day}_{hour}{minute}{second}-{rev}_{slug},        40, 20260103_000405-abc_add_email",
        "V{epoch}.{rev},                                                40, V1767395045.abc",
        "{rev}_{slug},                                                  5,  abc_add",
        "{rev}_{slug},                                                  0,  abc",
    })
    void tokensStandForPartsOfTheRevision(String pattern, int slugLength, String name) {
        Conventions conventions =
                new Conventions(new FilePattern(pattern, slugLength), 12, ZoneId.of("Europe/Berlin"), List.of());

        assertThat(conventions.name("abc", "add email", CREATED)).isEqualTo(name);
    }

    @Test
    void timesAreWrittenInTheTeamsZone() {
        Conventions berlin = new Conventions(FilePattern.standard(), 12, ZoneId.of("Europe/Berlin"), List.of());

        assertThat(berlin.time(CREATED)).isEqualTo("2026-01-03T00:04:05+01:00");
        assertThat(Conventions.STANDARD.time(CREATED)).isEqualTo("2026-01-02T23:04:05Z");
        assertThat(Conventions.STANDARD.time(Instant.parse("2026-01-02T00:00:00Z")))
                .isEqualTo("2026-01-02T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {slug}              | 40 | which does not contain {rev}
            {rev}_{Slug}        | 40 | has the token {Slug}, which does not exist
            {rev}_%(slug)s      | 40 | "%" is not allowed in a file's name
            {year}/{rev}        | 40 | "/" is not allowed in a file's name
            {rev}               | -1 | retort.revision.slug-length is -1
            """)
    void aPatternThatCannotBeMeantIsRefused(String pattern, int slugLength, String what) {
        assertThatThrownBy(() -> new FilePattern(pattern, slugLength))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource({"3", "33"})
    void anIdIsNeitherTooShortNorTooLong(int length) {
        assertThatThrownBy(() -> new Conventions(FilePattern.standard(), length, ZoneId.of("UTC"), List.of()))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("retort.revision.id-length is " + length);
    }
}
