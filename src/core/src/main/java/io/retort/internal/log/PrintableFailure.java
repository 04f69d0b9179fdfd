package io.retort.internal.log;

import io.retort.internal.text.PrintableText;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * An exception as a log shows it: the name of its class, its message with escapes, and its stack trace. No line of the message
 * but the first begins at the margin.
 */
final class PrintableFailure extends Throwable {

    private static final long serialVersionUID = 1L;

    private PrintableFailure(Throwable failure, Set<Throwable> seen) {
        super(PrintableText.paragraph(String.valueOf(failure)));
        setStackTrace(failure.getStackTrace());
        Throwable cause = failure.getCause();
        if (cause != null && seen.add(cause)) {
            initCause(new PrintableFailure(cause, seen));
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            if (seen.add(suppressed)) {
                addSuppressed(new PrintableFailure(suppressed, seen));
            }
        }
    }

    /** Returns the exception itself if all its messages are safe, and otherwise a copy for the log. */
    static Throwable of(Throwable failure) {
        return isSafe(failure, identitySet()) ? failure : new PrintableFailure(failure, withFirst(failure));
    }

    private static boolean isSafe(Throwable failure, Set<Throwable> seen) {
        if (!seen.add(failure)) {
            return true;
        }
        String text = String.valueOf(failure);
        if (!PrintableText.paragraph(text).equals(text)) {
            return false;
        }
        Throwable cause = failure.getCause();
        for (Throwable suppressed : failure.getSuppressed()) {
            if (!isSafe(suppressed, seen)) {
                return false;
            }
        }
        return cause == null || isSafe(cause, seen);
    }

    private static Set<Throwable> withFirst(Throwable failure) {
        Set<Throwable> seen = identitySet();
        seen.add(failure);
        return seen;
    }

    private static Set<Throwable> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
