package io.retort.maven.fork;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one JVM, written as the lines of an argument file, because a class path is often longer than a
 * command line may be.
 */
public final class JavaArguments {

    private static final List<String> FORWARDED = List.of("spring.", "retort.", "logging.");

    private final String mainClass;
    private final List<Path> classPath;
    private final List<String> options = new ArrayList<>();

    public JavaArguments(String mainClass, List<Path> classPath) {
        this.mainClass = mainClass;
        this.classPath = List.copyOf(classPath);
    }

    /** The words of an argument line, split at blanks. */
    public static Collection<String> split(@Nullable String line) {
        return line == null || line.isBlank() ? List.of() : List.of(line.trim().split("\\s+"));
    }

    public JavaArguments jvm(String option) {
        options.add(option);
        return this;
    }

    public JavaArguments jvm(Collection<String> more) {
        options.addAll(more);
        return this;
    }

    /** Adds a system property, or nothing when it has no value. Of two with one name the later one counts. */
    public JavaArguments property(String name, @Nullable String value) {
        return value == null || value.isBlank() ? this : jvm("-D" + name + "=" + value);
    }

    /** Hands on what was given to Maven as {@code -D} and is meant for the application. */
    public JavaArguments forward(Properties userProperties) {
        userProperties.stringPropertyNames().stream()
                .filter(name -> FORWARDED.stream().anyMatch(name::startsWith))
                .sorted()
                .forEach(name -> property(name, userProperties.getProperty(name)));
        return this;
    }

    /** One quoted argument a line, ending with the main class. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        options.forEach(option -> lines.add(quoted(option)));
        lines.add("-cp");
        lines.add(quoted(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        lines.add(mainClass);
        return lines;
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
