package io.retort.boot.command;

import io.retort.error.RetortException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Checks for {@code retort-diff}, which is optional; its classes must not be loaded before this check. */
final class DevelopmentTools {

    private static final String DIFF = "io.retort.diff.author.Authoring";

    private DevelopmentTools() {}

    /**
     * Checks that {@code retort-diff} is present.
     *
     * @throws RetortException if it is missing
     */
    static void require(String command, @Nullable ClassLoader loader) {
        if (!ClassUtils.isPresent(DIFF, loader)) {
            throw new RetortException(
                    "'" + command
                            + "' compares entities or writes revisions. It needs retort-diff, which is not on this"
                            + " application's class path.",
                    "Run it as a Maven goal, which adds it: mvn migrate:" + command);
        }
    }
}
