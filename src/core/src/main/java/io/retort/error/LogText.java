package io.retort.error;

import io.retort.internal.text.PrintableText;

/**
 * Makes the message of an exception safe for a log, which a terminal shows. Only the first line begins at the margin, so that no
 * text from outside looks like an entry of the log.
 */
final class LogText {

    private LogText() {}

    /** Escapes as the text for people, indents lines, and ends them as the platform does. */
    static String of(String text) {
        return PrintableText.paragraph(text.replace("\r\n", "\n")).replace("\n", System.lineSeparator());
    }
}
