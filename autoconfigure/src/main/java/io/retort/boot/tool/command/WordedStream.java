package io.retort.boot.tool.command;

import java.io.PrintStream;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Rewrites the text that is printed, for example to add a unit or a tenant to suggested commands. */
public final class WordedStream extends PrintStream {

    private final UnaryOperator<String> words;

    /**
     * Creates a stream.
     *
     * @param stream the stream to print to
     * @param words rewrites each printed text
     */
    public WordedStream(PrintStream stream, UnaryOperator<String> words) {
        super(stream, true);
        this.words = words;
    }

    @Override
    public void print(@Nullable String text) {
        super.print(text == null ? null : words.apply(text));
    }

    @Override
    public void println(@Nullable String text) {
        synchronized (this) {
            print(text);
            println();
        }
    }
}
