package io.retort.diff.author;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.adopt.MigrationTool;
import io.retort.internal.text.NameSuggestions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The format of a revision file. */
public enum Format {
    /** A Java class. */
    JAVA,
    /** An SQL script. */
    SQL;

    /** Other tools, for which only the command {@code revision} writes files. */
    private static final List<String> OTHERS = Arrays.stream(MigrationTool.values())
            .map(tool -> tool.name().toLowerCase(Locale.ROOT))
            .toList();

    /**
     * Returns the format with a name.
     *
     * @param name the name, in any case
     * @throws RetortException if there is no such format
     */
    public static Format named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> unknown(name.strip()));
    }

    private static RetortException unknown(String name) {
        String typed = name.toLowerCase(Locale.ROOT);
        List<String> names = Stream.concat(
                        Arrays.stream(values()).map(format -> format.name().toLowerCase(Locale.ROOT)), OTHERS.stream())
                .toList();
        String near = OTHERS.contains(typed)
                ? ""
                : NameSuggestions.to(typed, names).stream()
                        .findFirst()
                        .map(found -> " Did you mean \"" + found + "\"?")
                        .orElse("");
        return new RetortException(
                (OTHERS.contains(typed)
                                ? "Only the command revision writes the format \"" + name + "\"."
                                : "There is no format \"" + name + "\".")
                        + near,
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
                ExitStatus.USAGE);
    }
}
