package io.retort.maven.safe;

import org.apache.maven.plugin.logging.Log;

/** Maven's log, with each text on one line and without characters that a terminal obeys. */
final class EscapingLog implements Log {

    private final Log log;

    EscapingLog(Log log) {
        this.log = log;
    }

    private static String text(CharSequence content) {
        return TerminalText.line(String.valueOf(content));
    }

    private static String text(CharSequence content, Throwable error) {
        return text(content + ": " + error);
    }

    @Override
    public boolean isDebugEnabled() {
        return log.isDebugEnabled();
    }

    @Override
    public void debug(CharSequence content) {
        log.debug(text(content));
    }

    @Override
    public void debug(CharSequence content, Throwable error) {
        log.debug(text(content, error));
    }

    @Override
    public void debug(Throwable error) {
        log.debug(text(error.toString()));
    }

    @Override
    public boolean isInfoEnabled() {
        return log.isInfoEnabled();
    }

    @Override
    public void info(CharSequence content) {
        log.info(text(content));
    }

    @Override
    public void info(CharSequence content, Throwable error) {
        log.info(text(content, error));
    }

    @Override
    public void info(Throwable error) {
        log.info(text(error.toString()));
    }

    @Override
    public boolean isWarnEnabled() {
        return log.isWarnEnabled();
    }

    @Override
    public void warn(CharSequence content) {
        log.warn(text(content));
    }

    @Override
    public void warn(CharSequence content, Throwable error) {
        log.warn(text(content, error));
    }

    @Override
    public void warn(Throwable error) {
        log.warn(text(error.toString()));
    }

    @Override
    public boolean isErrorEnabled() {
        return log.isErrorEnabled();
    }

    @Override
    public void error(CharSequence content) {
        log.error(text(content));
    }

    @Override
    public void error(CharSequence content, Throwable error) {
        log.error(text(content, error));
    }

    @Override
    public void error(Throwable error) {
        log.error(text(error.toString()));
    }
}
