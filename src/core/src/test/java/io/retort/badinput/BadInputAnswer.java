package io.retort.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.error.RetortException;
import org.assertj.core.api.ThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The message about a mistake, checked against the rules for all messages. */
final class BadInputAnswer {

    private BadInputAnswer() {}

    /** Returns the message. */
    static String to(ThrowingCallable mistake) {
        Throwable thrown = ThrowableAssert.catchThrowable(mistake);
        assertThat(thrown).as("an answer").isNotNull();
        if (!(thrown instanceof RetortException answer)) {
            throw new AssertionError("no sentence but " + thrown, thrown);
        }
        holdToTheRules(answer);
        return plain(answer.what() + "\n> " + answer.action());
    }

    private static void holdToTheRules(RetortException answer) {
        assertThat(answer.what()).isNotBlank().doesNotContain("\tat ").doesNotContain("Caused by:");
        assertThat(answer.action()).matches("(?s)[A-Z].*[.:;?\\w]");
        assertThat(answer.getMessage()).doesNotContain("null,", ": null");
        assertThat(answer.getMessage()).hasSizeLessThan(8000);
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.replace(System.lineSeparator(), "\n")
                .replaceAll("mem:\\w+", "mem:...")
                .chars()
                .forEach(c -> plain.append(
                        c == '\n' || c >= ' ' && Character.getType(c) != Character.FORMAT
                                ? String.valueOf((char) c)
                                : String.format("\\u%04x", c)));
        return plain.toString().strip();
    }
}
