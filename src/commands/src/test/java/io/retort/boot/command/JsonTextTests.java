package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The list of escaped characters is in a file, with which the plugin compares its own rule. */
class JsonTextTests {

    private static final Path LIST = Path.of("../core/src/test/resources/escaped-in-json.txt");

    @Test
    void theListedCharactersAreEscaped() throws IOException {
        BitSet listed = listed();

        assertThat(listed.cardinality()).isGreaterThan(2_000);
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(sign -> !isLater(sign))
                        .filter(sign -> listed.get(sign) == isShown(sign)))
                .isEmpty();
    }

    private static boolean isShown(int sign) {
        String text = new String(Character.toChars(sign));
        String json = JsonText.of(Map.of("a", text + "b"));
        return json.contains(text + "b") || json.contains('\\' + text + "b");
    }

    /** Controls of hieroglyphs, which a later version of Unicode added. */
    private static boolean isLater(int sign) {
        return sign >= 0x13439 && sign <= 0x1343f;
    }

    private static BitSet listed() throws IOException {
        BitSet listed = new BitSet();
        for (String line : Files.readAllLines(LIST)) {
            if (!line.startsWith("#")) {
                String[] ends = line.split("-");
                int last = Integer.parseInt(ends[ends.length - 1], 16);
                listed.set(Integer.parseInt(ends[0], 16), last + 1);
            }
        }
        return listed;
    }
}
