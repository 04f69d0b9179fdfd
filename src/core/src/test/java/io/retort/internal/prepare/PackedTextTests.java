package io.retort.internal.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts are compressed only above a length, and both forms are read by the JDK's inflater. */
final class PackedTextTests {

    @Test
    void aTextOfAnyLengthIsReadAgain() {
        Random random = new Random(1);
        for (int length = 0; length < 1_200; length++) {
            String text = random.ints(length, 1, 0x2FF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String packed = PackedText.pack(text);
            assertThat(packed).matches("[A-Za-z0-9+/=]+");
            assertThat(PackedText.unpack(packed)).isEqualTo(text);
        }
    }

    @Test
    void aLongTextIsCompressed() {
        assertThat(PackedText.pack("drop table t;".repeat(1_000))).hasSizeLessThan(200);
    }

    @Test
    void aChangedTextIsRefused() {
        byte[] bytes = Base64.getDecoder().decode(PackedText.pack("drop table t"));
        bytes[8]++;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PackedText.unpack(Base64.getEncoder().encodeToString(bytes)));
    }
}
