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
 * The arguments of a JVM, formatted as an argument file, because a class path is often longer than a command line can
 * be.
 */
public final class JavaArguments {

    private static final List<String> FORWARDED = List.of("spring.", "retort.", "logging.");

    private final String mainClass;
    private final List<Path> classPath;
    private final List<String> options = new ArrayList<>();
    private final List<String> program = new ArrayList<>();

    /**
     * Creates the arguments of a JVM.
     *
     * @param mainClass the class to run; empty for a JVM that runs none; never null
     * @param classPath the class path; never null
     */
    public JavaArguments(String mainClass, List<Path> classPath) {
        this.mainClass = mainClass;
        this.classPath = List.copyOf(classPath);
    }

    /** Splits a line of arguments at whitespace; empty if the line is null or blank. */
    public static Collection<String> split(@Nullable String line) {
        return line == null || line.isBlank() ? List.of() : List.of(line.trim().split("\\s+"));
    }

    /** Adds a JVM option. */
    public JavaArguments jvm(String option) {
        options.add(option);
        return this;
    }

    /** Adds JVM options. */
    public JavaArguments jvm(Collection<String> more) {
        options.addAll(more);
        return this;
    }

    /** Adds an argument of the main method. */
    JavaArguments program(String argument) {
        program.add(argument);
        return this;
    }

    /** Adds arguments of the main method. */
    JavaArguments program(Collection<String> more) {
        program.addAll(more);
        return this;
    }

    /**
     * Adds a system property, or nothing if the value is null or blank. If a name is repeated, the last value applies.
     */
    public JavaArguments property(String name, @Nullable String value) {
        return value == null || value.isBlank() ? this : jvm("-D" + name + "=" + value);
    }

    /**
     * Adds the user properties of the Maven session that start with {@code spring.}, {@code retort.} or
     * {@code logging.}.
     */
    public JavaArguments forward(Properties userProperties) {
        userProperties.stringPropertyNames().stream()
                .filter(JavaArguments::isForwarded)
                .sorted()
                .forEach(name -> property(name, userProperties.getProperty(name)));
        return this;
    }

    /** Returns whether a user property is passed to the application. */
    public static boolean isForwarded(String name) {
        return FORWARDED.stream().anyMatch(name::startsWith);
    }

    /** Returns the lines of the argument file: one quoted argument on each, the main class and its arguments last. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        options.forEach(option -> lines.add(quoted(option)));
        lines.add("-cp");
        lines.add(quoted(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        if (!mainClass.isEmpty()) {
            lines.add(mainClass);
        }
        program.forEach(argument -> lines.add(quoted(argument)));
        return lines;
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
