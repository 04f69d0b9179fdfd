package io.retort.maven.safe;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** Failures with messages that Maven can print, which prints those of the causes, too. */
final class EscapedFailure {

    private EscapedFailure() {}

    static MojoFailureException of(MojoFailureException failure) {
        return isSafe(failure)
                ? failure
                : withTrace(
                        new MojoFailureException(TerminalText.of(String.valueOf(failure.getMessage())), cause(failure)),
                        failure);
    }

    static MojoExecutionException of(MojoExecutionException failure) {
        return isSafe(failure)
                ? failure
                : withTrace(
                        new MojoExecutionException(
                                TerminalText.of(String.valueOf(failure.getMessage())), cause(failure)),
                        failure);
    }

    static RuntimeException of(RuntimeException failure) {
        return isSafe(failure)
                ? failure
                : withTrace(new IllegalStateException(TerminalText.of(failure.toString()), cause(failure)), failure);
    }

    private static boolean isSafe(Throwable failure) {
        Set<Throwable> seen = identitySet();
        for (Throwable next = failure; next != null && seen.add(next); next = next.getCause()) {
            String text = next.toString();
            if (!TerminalText.of(text).equals(text)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Throwable cause(Throwable failure) {
        Set<Throwable> seen = identitySet();
        @Nullable Throwable copy = null;
        @Nullable Throwable last = null;
        for (Throwable next = failure.getCause(); next != null && seen.add(next); next = next.getCause()) {
            Throwable escaped = withTrace(new Exception(TerminalText.of(next.toString())), next);
            if (last == null) {
                copy = escaped;
            } else {
                last.initCause(escaped);
            }
            last = escaped;
        }
        return copy;
    }

    private static <T extends Throwable> T withTrace(T copy, Throwable failure) {
        copy.setStackTrace(failure.getStackTrace());
        return copy;
    }

    private static Set<Throwable> identitySet() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }
}
