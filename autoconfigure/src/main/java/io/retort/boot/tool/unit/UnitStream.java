package io.retort.boot.tool.unit;

import io.retort.boot.autoconfigure.unit.UnitWords;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Says what is said in the words of one unit. */
final class UnitStream extends PrintStream {

    private final UnitWords words;

    UnitStream(PrintStream stream, UnitWords words) {
        super(stream, true);
        this.words = words;
    }

    @Override
    public void print(@Nullable String text) {
        super.print(text == null ? null : words.in(text));
    }

    @Override
    public void println(@Nullable String text) {
        print(text);
        println();
    }
}
