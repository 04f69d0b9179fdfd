package io.retort.diff.author.file;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.util.Arrays;

/** What a revision is written in. */
public enum Format {
    JAVA,
    SQL;

    /**
     * The format of this name, in any case.
     *
     * @throws RetortException if there is none
     */
    public static Format named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new RetortException(
                        "There is no format \"" + name + "\".",
                        "Write -Dformat=java or -Dformat=sql; without it a revision is written in Java.",
                        ExitStatus.USAGE));
    }
}
