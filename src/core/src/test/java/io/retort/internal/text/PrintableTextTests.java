package io.retort.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The list of escaped characters is in a file, with which the plugin compares its own rule. */
class PrintableTextTests {

    private static final Path LIST = Path.of("src/test/resources/escaped-in-text.txt");

    @Test
    void theListedCharactersAreEscaped() throws IOException {
        BitSet listed = listed();

        assertThat(listed.cardinality()).isGreaterThan(2_000);
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(sign -> listed.get(sign) == isShown(sign)))
                .isEmpty();
    }

    @Test
    void namesThatDifferInAnInvisibleCharacterLookDifferent() {
        assertThat(PrintableText.of("a\u200bb\u200cc\u200dd\u2060e\ufefff\u00adg\u2067h"))
                .isEqualTo("a\\u200bb\\u200cc\\u200dd\\u2060e\\ufefff\\u00adg\\u2067h");
        assertThat(PrintableText.of("\udb40\udc41 \u2764\ufe0f \ud83d\ude00"))
                .isEqualTo("\\udb40\\udc41 \u2764\ufe0f \ud83d\ude00");
    }

    /** A selector after a letter makes two names that look the same, and a run of selectors can contain a whole text. */
    @Test
    void aVariationSelectorIsKeptOnlyInAnEmoji() {
        for (String emoji :
                List.of("\u2764\ufe0f", "\u203c\ufe0f", "\u2194\ufe0e", "1\ufe0f\u20e3", "\ud83c\udff3\ufe0f")) {
            assertThat(PrintableText.of("a " + emoji + " b")).isEqualTo("a " + emoji + " b");
        }
        assertThat(PrintableText.of("a\ufe0f 1\ufe0f \u00e9\ufe00 \ufe0f\u845b\udb40\udd00"))
                .isEqualTo("a\\ufe0f 1\\ufe0f \u00e9\\ufe00 \\ufe0f\u845b\\udb40\\udd00");
        assertThat(PrintableText.of("\u2764\ufe0f\ufe0f\ufe01\ufe0f")).isEqualTo("\u2764\ufe0f\\ufe0f\\ufe01\\ufe0f");
        assertThat(PrintableText.of("\ufe0f")).isEqualTo("\\ufe0f");
    }

    private static boolean isShown(int sign) {
        String text = "a" + new String(Character.toChars(sign)) + "b";
        return PrintableText.of(text).equals(text);
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
