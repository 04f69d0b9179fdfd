package io.retort.boot.command;

import io.retort.internal.text.PrintableText;
import java.io.PrintStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prints text for people. Names of a database can contain escape sequences of terminals and characters that change the
 * reading direction; these become visible. The colours of {@link AnsiStyle} and the redrawn line of {@link ConsoleTicker}
 * stay.
 */
final class PrintableStream extends PrintStream {

    /** Moves to the beginning of the line. The key tells it from one in a name, as in {@link AnsiStyle}. */
    static final String TO_LINE_START = AnsiStyle.KEY + "\r";

    /** Clears the rest of the line. */
    static final String CLEAR_TO_END = AnsiStyle.KEY + "[K";

    private static final Pattern OWN =
            Pattern.compile(AnsiStyle.KEY + "(?:(\\r)|(\\[K)|(\\[3[1236]m)((?s:.*?))" + AnsiStyle.KEY + "(\\[0m))");

    private final PrintStream target;

    private PrintableStream(PrintStream target) {
        super(target, true);
        this.target = target;
    }

    /** Returns a stream that prints to the given one. */
    static PrintableStream of(PrintStream target) {
        return target instanceof PrintableStream printable ? printable : new PrintableStream(target);
    }

    @Override
    public void print(@Nullable String text) {
        target.print(printable(String.valueOf(text)));
    }

    /** Prints data as it is: a script, or JSON. */
    void raw(String text) {
        target.print(text);
    }

    private static String printable(String text) {
        if (text.indexOf('\u001b') < 0) {
            return PrintableText.of(text);
        }
        StringBuilder printable = new StringBuilder();
        Matcher own = OWN.matcher(text);
        int end = 0;
        while (own.find()) {
            printable.append(PrintableText.of(text.substring(end, own.start())));
            printable.append(own(own));
            end = own.end();
        }
        return printable.append(PrintableText.of(text.substring(end))).toString();
    }

    private static String own(Matcher own) {
        if (own.group(1) != null) {
            return own.group(1);
        }
        return own.group(2) != null
                ? '\u001b' + own.group(2)
                : '\u001b' + own.group(3) + PrintableText.of(own.group(4)) + '\u001b' + own.group(5);
    }
}
