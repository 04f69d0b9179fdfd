package io.retort.internal.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Crc64Tests {

    /** Databases store sums: another sum for the same text would report every applied revision as edited. */
    @Test
    void theSumOfATextNeverChanges() {
        assertThat(Crc64.of("create table a (id bigint)").hex()).isEqualTo("c9129640b54f9964");
        assertThat(Crc64.of("create table a (id bigint)").bits())
                .isEqualTo(Long.parseUnsignedLong("c9129640b54f9964", 16));
    }

    @Test
    void theOrderAndTheBoundsOfTextsCount() {
        assertThat(Crc64.of("a", "b").hex())
                .isNotEqualTo(Crc64.of("b", "a").hex())
                .isNotEqualTo(Crc64.of("ab").hex())
                .isNotEqualTo(Crc64.of("a", "b", "").hex());
        assertThat(Crc64.of().hex()).isEqualTo("0000000000000000");
    }

    @Test
    void textsThatDifferInOneLetterNeverMeet() {
        SplittableRandom random = new SplittableRandom(3);
        Set<Long> sums = new HashSet<>();
        String text = "alter table owner add column nickname varchar(40)";
        for (int i = 0; i < text.length(); i++) {
            for (char letter = ' '; letter < 'z'; letter++) {
                sums.add(Crc64.of(text.substring(0, i) + letter + text.substring(i + 1))
                        .bits());
            }
        }

        assertThat(sums).hasSize(text.length() * ('z' - ' ' - 1) + 1);
    }
}
