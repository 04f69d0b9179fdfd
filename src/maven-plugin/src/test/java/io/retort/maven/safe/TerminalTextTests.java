package io.retort.maven.safe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The plugin has no module of Retort, so its rule is a copy. The oracle is the list with which the core is compared. */
class TerminalTextTests {

    private static final Path LIST = Path.of("../core/src/test/resources/escaped-in-text.txt");

    @Test
    void theListedCharactersAreEscaped() throws IOException {
        BitSet listed = listed();

        assertThat(listed.cardinality()).isGreaterThan(2_000);
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(sign -> listed.get(sign) == isShown(sign)))
                .isEmpty();
    }

    @Test
    void aLineHasNoBreak() {
        assertThat(TerminalText.line("a \r\n b\rc\nd")).isEqualTo("a b c d");
    }

    @Test
    void aCharacterOfTwoUnitsIsEscapedAsBoth() {
        assertThat(TerminalText.of("a\u200b\udb40\udc41")).isEqualTo("a\\u200b\\udb40\\udc41");
    }

    @Test
    void aVariationSelectorIsKeptOnlyInAnEmoji() {
        assertThat(TerminalText.of("\u2764\ufe0f 1\ufe0f\u20e3")).isEqualTo("\u2764\ufe0f 1\ufe0f\u20e3");
        assertThat(TerminalText.of("a\ufe0f \u2764\ufe0f\ufe0f")).isEqualTo("a\\ufe0f \u2764\ufe0f\\ufe0f");
    }

    private static boolean isShown(int sign) {
        String text = "a" + new String(Character.toChars(sign)) + "b";
        return TerminalText.of(text).equals(text);
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
