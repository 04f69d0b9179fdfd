package io.retort.internal.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.internal.backfill.KeyValue.Kind;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyOrderTests {

    /** A driver that converts keys can lead back to an earlier one after any number of batches. */
    @Test
    void everyCycleEndsThePass() {
        int cycles = 0;
        for (int begin = 0; begin < 9; begin++) {
            for (int length = 1; length < 9; length++) {
                int first = begin;
                int period = length;
                KeyOrder order = new KeyOrder(List.of());
                assertThatThrownBy(() -> {
                            for (int i = 0; i < 100; i++) {
                                order.require(key(i < first ? i : first + (i - first) % period));
                            }
                        })
                        .as("from %d, length %d", begin, length)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("does not follow")
                        .hasMessageContaining("batches().key(");
                cycles++;
            }
        }
        assertThat(cycles).isEqualTo(72);
    }

    @Test
    void differentKeysAreAccepted() throws SQLException {
        KeyOrder order = new KeyOrder(key(0));
        for (int i = 1; i < 100; i++) {
            order.require(key(i));
        }
        order.require(List.of());
    }

    private static List<KeyValue> key(int number) {
        return List.of(new KeyValue(Kind.NUMBER, String.valueOf(number)));
    }
}
