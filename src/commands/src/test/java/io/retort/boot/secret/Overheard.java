package io.retort.boot.secret;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/** Captures all log output of this JVM on every level, with stack traces, and everything printed. */
final class Overheard extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final Logger root;
    private final Logger ours;
    private final Level before;
    private final PatternLayout layout = new PatternLayout();
    private final StringBuffer lines = new StringBuffer();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    Overheard() {
        LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
        root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
        ours = loggers.getLogger("io.retort");
        before = root.getLevel();
        layout.setContext(loggers);
        layout.setPattern("%level %logger %msg %kvp%n%ex{full}");
        layout.start();
        setContext(loggers);
        start();
        root.setLevel(Level.OFF);
        ours.addAppender(this);
        ours.setAdditive(false);
        ours.setLevel(Level.TRACE);
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.append(layout.doLayout(event));
    }

    /** Returns everything logged and printed so far. */
    String text() {
        return lines + printed.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        ours.detachAppender(this);
        ours.setAdditive(true);
        ours.setLevel(null);
        root.setLevel(before);
    }
}
