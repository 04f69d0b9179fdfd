package io.retort.internal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.error.RetortException;
import io.retort.internal.history.RevisionIndex.Entry;
import io.retort.migration.Phase;
import io.retort.revision.AdoptionMark;
import io.retort.revision.RevisionInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RevisionIndexTests {

    private static final RevisionInfo INFO = new RevisionInfo(
            "b2",
            List.of("a1", "a2"),
            List.of("billing"),
            List.of("shop"),
            "a \\ message\twith\nall of it",
            Instant.parse("2026-11-22T10:15:30Z"),
            false,
            "db/revisions/b2_a.sql",
            List.of("View a, b\tdepends on it.", "Read this."),
            null,
            List.of());

    private static final RevisionInfo PLAIN =
            new RevisionInfo("a1", List.of(), List.of(), List.of(), "", null, true, "db.revisions.Ra1_first");

    private static final RevisionInfo ADOPTING = new RevisionInfo(
            "c3",
            List.of(),
            List.of(),
            List.of(),
            "take over",
            null,
            true,
            "db/revisions/c3_take_over.sql",
            List.of("Read this."),
            AdoptionMark.parse("liquibase:add: mail\tbox:9f3c20aa", "c3"),
            List.of());

    private final RevisionIndex index = new RevisionIndex(
            null,
            List.of(
                    new Entry("db/revisions/Ra1_first.class", 0xFFFFFFFFL, PLAIN, Phase.START),
                    new Entry("db/revisions/b2_a.sql", 7, INFO, Phase.AFTER_START),
                    new Entry("db/revisions/c3_take_over.sql", 8, ADOPTING, Phase.START),
                    new Entry("db/revisions/package-info.class", 3),
                    new Entry("other/x.sql", 4)));

    @Test
    void saysBackWhatItWasTold() {
        assertThat(RevisionIndex.parse(index.text())).isEqualTo(index);
    }

    @Test
    void isFreshWithExactlyTheFilesThatItKnows() {
        Map<String, Long> files = Map.of(
                "db/revisions/Ra1_first.class", 0xFFFFFFFFL,
                "db/revisions/b2_a.sql", 7L,
                "db/revisions/c3_take_over.sql", 8L,
                "db/revisions/package-info.class", 3L);

        assertThat(index.isFresh("db/revisions/", files)).isTrue();
        assertThat(index.isFresh("db/revisions/", Map.of("db/revisions/b2_a.sql", 7L)))
                .isFalse();
        assertThat(index.isFresh("other/", Map.of("other/x.sql", 5L))).isFalse();
        assertThat(index.isFresh("other/", Map.of("other/x.sql", 4L, "other/y.sql", 1L)))
                .isFalse();
    }

    @Test
    void refusesWhatIsNoIndex() {
        assertThatThrownBy(() -> RevisionIndex.parse("retort-revisions 4\n")).isInstanceOf(RetortException.class);
        assertThatThrownBy(() -> RevisionIndex.parse("retort-revisions 5\n\na\tb\tc\n"))
                .hasMessageContaining("a\tb\tc");
        assertThatThrownBy(() -> RevisionIndex.parse("")).isInstanceOf(RetortException.class);
    }
}
