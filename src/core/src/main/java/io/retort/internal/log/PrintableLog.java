package io.retort.internal.log;

import io.retort.internal.text.PrintableText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.spi.CallerBoundaryAware;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * A logger that is safe with any text. Control characters and characters that change the reading direction are escaped, and
 * an argument cannot begin a line. The messages of exceptions are escaped, too.
 */
public final class PrintableLog {

    private static final String CALLED = PrintableLog.class.getName();

    private final Logger log;

    private PrintableLog(Logger log) {
        this.log = log;
    }

    /** Returns the log with the name of the class. */
    public static PrintableLog of(Class<?> owner) {
        return new PrintableLog(LoggerFactory.getLogger(owner));
    }

    /** Logs a message in the format of SLF4J; a last argument that is an exception is logged with its stack trace. */
    public void debug(String format, @Nullable Object... arguments) {
        log(Level.DEBUG, format, arguments);
    }

    /** As {@link #debug}. */
    public void info(String format, @Nullable Object... arguments) {
        log(Level.INFO, format, arguments);
    }

    /** As {@link #debug}. */
    public void warn(String format, @Nullable Object... arguments) {
        log(Level.WARN, format, arguments);
    }

    /** As {@link #debug}. */
    public void error(String format, @Nullable Object... arguments) {
        log(Level.ERROR, format, arguments);
    }

    private void log(Level level, String format, @Nullable Object... arguments) {
        if (!log.isEnabledForLevel(level)) {
            return;
        }
        Throwable failure = MessageFormatter.getThrowableCandidate(arguments);
        Object[] values = failure == null ? arguments : MessageFormatter.trimmedCopy(arguments);
        String[] lines = new String[values.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = PrintableText.line(String.valueOf(values[i]));
        }
        write(level, MessageFormatter.basicArrayFormat(format, lines), failure);
    }

    /** Logs a text of several lines as an error. Only the first line begins at the left margin. */
    public void paragraph(String who, String text) {
        write(Level.ERROR, who + ": " + text.replaceAll("\\R(?=[^\\r\\n])", System.lineSeparator() + "  "), null);
    }

    private void write(Level level, String message, @Nullable Throwable failure) {
        LoggingEventBuilder event = log.atLevel(level).setMessage(PrintableText.of(message));
        if (event instanceof CallerBoundaryAware aware) {
            aware.setCallerBoundary(CALLED);
        }
        (failure == null ? event : event.setCause(PrintableFailure.of(failure))).log();
    }
}
