package io.retort.diff.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevisionIdTests {

    @Test
    void idsAreTwelveHexadecimalDigitsAndNew() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            String id = RevisionId.random(12, seen::contains);
            assertThat(id).matches("[0-9a-f]{12}");
            assertThat(seen.add(id)).isTrue();
        }
    }

    @Test
    void anIdThatIsTakenIsNotMadeAgain() {
        Set<String> offered = new HashSet<>();

        String id = RevisionId.random(12, candidate -> offered.add(candidate) && offered.size() < 3);

        assertThat(offered).hasSize(3).contains(id);
    }
}
