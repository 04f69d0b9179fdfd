package io.retort.boot.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** Lines that a person types. It reads no byte beyond the end of a line, and can be asked whether there is anything to read. */
final class LineInput {

    private final InputStream in;

    LineInput(InputStream in) {
        this.in = in;
    }

    /** Returns whether something was typed. A terminal passes a line when it is complete. */
    boolean isReady() {
        try {
            return in.available() > 0;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Waits for a line; returns null at the end of the input. */
    @Nullable
    String readLine() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            while (next >= 0 && next != '\n') {
                line.write(next);
                next = in.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the input", e);
        }
        return line.toString(Charset.defaultCharset()).strip();
    }
}
