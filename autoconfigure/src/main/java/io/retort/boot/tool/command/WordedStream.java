package io.retort.boot.tool.command;

import java.io.PrintStream;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Says what is said in other words: with the name of a unit or a tenant in the commands to type next. */
public final class WordedStream extends PrintStream {

    private final UnaryOperator<String> words;

    /** Says it in these words on that stream. */
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
