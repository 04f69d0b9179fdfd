package io.retort.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.text.PrintableText;
import org.junit.jupiter.api.Test;

/** The message of an exception is as safe as the text for people; what failed and the advice are exact. */
class LogTextTests {

    @Test
    void theSameCharactersAreEscapedAsInTextForPeople() {
        for (int sign = 0; sign <= 0x20000; sign++) {
            String text = "a" + new String(Character.toChars(sign)) + "b";
            if (!Character.isISOControl(sign) || sign == '\t') {
                boolean shown = PrintableText.of(text).equals(text);
                // numbers and annotations, which do not change the direction of other text
                boolean visible = sign >= 0x600 && sign <= 0x605
                        || sign == 0x6dd
                        || sign == 0x8e2
                        || sign >= 0x890 && sign <= 0x891
                        || sign == 0x70f
                        || sign == 0x110bd
                        || sign == 0x110cd
                        || sign >= 0xfff9 && sign <= 0xfffb
                        || sign >= 0x13430 && sign <= 0x1345f;
                if (!visible) {
                    assertThat(LogText.of(text).equals(text)).as("U+%04x", sign).isEqualTo(shown);
                }
            }
        }
        assertThat(LogText.of("a\u001b[31m\u202eb\r\nc\td\ud800"))
                .isEqualTo("a\\u001b[31m\\u202eb" + System.lineSeparator() + "  c\td\\ud800");
        assertThat(LogText.of("a\r\nb")).isEqualTo("a" + System.lineSeparator() + "  b");
    }

    @Test
    void noLineButTheFirstBeginsAtTheMargin() {
        String forged = "2026-12-02T01:00:00.000Z  INFO 1 --- [main] c.example.Forged : all good";

        assertThat(LogText.of("its constructor failed: x\n" + forged + "\n  in revision"))
                .isEqualToNormalizingNewlines("its constructor failed: x\n  " + forged + "\n  in revision");
        assertThat(PrintableText.paragraph("x\n" + forged + "\r\ny\n")).isEqualTo("x\n  " + forged + "\n  y\n");
    }

    @Test
    void whatFailedIsExact() {
        RetortException failure = new RetortException("Table \u001b[2J fails.", "Drop \u202eit.");

        assertThat(failure.what()).isEqualTo("Table \u001b[2J fails.");
        assertThat(failure.advice().toString()).isEqualTo("Drop \u202eit.");
        assertThat(failure).hasMessageContaining("Table \\u001b[2J fails.").hasMessageContaining("Drop \\u202eit.");
    }
}
