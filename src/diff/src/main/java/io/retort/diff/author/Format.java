package io.retort.diff.author;

import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.adopt.MigrationTool;
import io.retort.internal.text.NameSuggestions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
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
        return named(name, format -> Advice.command("revision", Advice.option("format", format)));
    }

    /**
     * Returns the format with a name, for a user who typed a command.
     *
     * @param name the name, in any case
     * @param typed returns the command with another format
     * @throws RetortException if there is no such format
     */
    public static Format named(String name, Function<String, Advice> typed) {
        return Arrays.stream(values())
                .filter(format -> format.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> unknown(name.strip(), typed));
    }

    private static RetortException unknown(String name, Function<String, Advice> typed) {
        String wanted = name.toLowerCase(Locale.ROOT);
        List<String> names = Stream.concat(
                        Arrays.stream(values()).map(format -> format.name().toLowerCase(Locale.ROOT)), OTHERS.stream())
                .toList();
        String near = OTHERS.contains(wanted)
                ? ""
                : NameSuggestions.to(wanted, names).stream()
                        .findFirst()
                        .map(found -> " Did you mean \"" + found + "\"?")
                        .orElse("");
        return new RetortException(
                (OTHERS.contains(wanted)
                                ? "Only the command revision writes the format \"" + name + "\"."
                                : "There is no format \"" + name + "\".")
                        + near,
                Advice.of(
                        "The formats are java, the default, and sql: `",
                        typed.apply("java"),
                        "` or `",
                        typed.apply("sql"),
                        "`. For files that Flyway or Liquibase runs: `",
                        typed.apply("flyway"),
                        "` or `",
                        typed.apply("liquibase"),
                        "`."),
                ExitStatus.USAGE);
    }
}
