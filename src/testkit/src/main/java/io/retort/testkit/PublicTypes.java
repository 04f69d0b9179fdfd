package io.retort.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The public types of a module outside of {@code internal}, one line for each package, for the comparison with a list that
 * gives the reason for each. Such a type is a promise to users.
 */
public final class PublicTypes {

    private static final Path LIST = Path.of("src/test/resources/public-api.txt");

    private PublicTypes() {}

    /** Returns the lines for the classes. */
    public static String of(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                .filter(type -> !type.getPackageName().contains(".internal"))
                .collect(Collectors.groupingBy(
                        JavaClass::getPackageName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getSimpleName, Collectors.toCollection(TreeSet::new))))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + ": " + String.join(" ", entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the lines of the module's list without the reasons, which begin with a number sign. */
    public static String listed() {
        try {
            return Files.readAllLines(LIST).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the number of types in the module's list. */
    public static int count() {
        return listed().lines().mapToInt(line -> line.split(" ").length - 1).sum();
    }
}
