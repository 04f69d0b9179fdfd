package io.retort.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.text.PrintableText;
import org.junit.jupiter.api.Test;

/** The message of an exception is as safe as the text for people; what failed and the advice are exact. */
class LogTextTests {

    @Test
    void theSameCharactersAreEscapedAsInTextForPeople() {
        for (int sign = 0; sign <= Character.MAX_CODE_POINT; sign++) {
            String text = "a" + new String(Character.toChars(sign)) + "b";
            if (sign != '\n' && sign != '\r') {
                assertThat(LogText.of(text)).as("U+%04x", sign).isEqualTo(PrintableText.of(text));
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
