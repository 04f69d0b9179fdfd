package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Goals and commands share nothing but names, so no compiler detects a goal with an option that the command does not
 * have. This test reads the names in the sources of the goals.
 */
class GoalsTests {

    private static final Pattern COMMAND = Pattern.compile("CommandArguments\\.of\\(\"([a-z]+)\"\\)");
    private static final Pattern OPTION = Pattern.compile("\\.(flag|option)\\(\"([a-z-]+)\"");

    @ParameterizedTest
    @MethodSource("commandLines")
    void everyGoalHasACommandThatKnowsItsOptions(String line) {
        assertThat(Commands.all().find(CommandLine.parse(line)).name()).isEqualTo(line.split(" ")[0]);
    }

    static Stream<String> commandLines() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../maven-plugin/src/main/java"))) {
            return files
                    .filter(file -> file.toString().endsWith("Mojo.java"))
                    .map(GoalsTests::source)
                    .flatMap(GoalsTests::commandLine)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Stream<String> commandLine(String source) {
        return COMMAND.matcher(source)
                .results()
                .map(found -> found.group(1))
                .map(command -> command + (source.contains(".word(") ? " word" : "") + options(source));
    }

    private static String options(String source) {
        StringBuilder options = new StringBuilder();
        OPTION.matcher(source)
                .results()
                .forEach(found -> options.append(" --")
                        .append(found.group(2))
                        .append(found.group(1).equals("flag") ? "" : "=value"));
        return options.toString();
    }

    private static String source(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
