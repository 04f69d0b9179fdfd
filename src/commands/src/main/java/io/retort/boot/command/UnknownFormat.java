package io.retort.boot.command;

import io.retort.internal.adopt.MigrationTool;
import io.retort.internal.text.NameSuggestions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/**
 * A misspelt value of the property with the format of new revisions, such as {@code flyaway}. It does not use the formats
 * of retort-diff, because commands of a packaged application run without that module.
 */
final class UnknownFormat {

    private static final List<String> NAMES = Stream.concat(
                    Stream.of("java", "sql"),
                    Arrays.stream(MigrationTool.values())
                            .map(tool -> tool.name().toLowerCase(Locale.ROOT)))
            .toList();

    private UnknownFormat() {}

    /** Returns a sentence about the value of the property; none if it is a format or missing. */
    static List<String> in(Environment environment) {
        String format = environment.getProperty(KeptTool.FORMAT, "").strip().toLowerCase(Locale.ROOT);
        if (format.isEmpty() || NAMES.contains(format)) {
            return List.of();
        }
        String near = NameSuggestions.to(format, NAMES).stream()
                .findFirst()
                .map(name -> "did you mean " + name + "?")
                .orElse("the formats are " + String.join(", ", NAMES) + ".");
        return List.of(KeptTool.FORMAT + " is \"" + format + "\", which is not a format; " + near);
    }
}
