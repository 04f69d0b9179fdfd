package io.retort.diff.author;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.util.Arrays;

/** The format of a revision file. */
public enum Format {
    /** A Java class. */
    JAVA,
    /** An SQL script. */
    SQL;

    /**
     * Returns the format with a name.
     *
     * @param name the name, in any case
     * @throws RetortException if there is no such format
     */
    public static Format named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new RetortException(
                        "There is no format \"" + name + "\".",
                        Advice.of(
                                "Write ",
                                Advice.option("format", "java"),
                                " or ",
                                Advice.option("format", "sql"),
                                "; without it a revision is written in Java. To write files that Flyway or Liquibase runs: ",
                                Advice.command("revision", Advice.option("format", "flyway")),
                                " or ",
                                Advice.option("format", "liquibase"),
                                "."),
                        ExitStatus.USAGE));
    }
}
