package io.retort.boot.tool;

import io.retort.error.RetortException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Whether {@code retort-diff} is there, whose classes must not be touched before that is known. */
final class DevelopmentTools {

    private static final String DIFF = "io.retort.diff.author.Authoring";

    private DevelopmentTools() {}

    /** @throws RetortException if the command that needs them does not have them */
    static void require(String command, @Nullable ClassLoader loader) {
        if (!ClassUtils.isPresent(DIFF, loader)) {
            throw new RetortException(
                    "'" + command
                            + "' compares entities or writes revisions, and retort-diff, which does, is not on this"
                            + " application's class path.",
                    "Type it as a Maven goal, which adds it: mvn migrate:" + command);
        }
    }
}
