package io.retort.boot.command;

import io.retort.internal.text.NameSuggestions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Misspelt properties {@code retort.*} of an application, such as {@code retort.tabel}. */
final class UnknownProperties {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final Pattern NAME = Pattern.compile("\"name\": \"(retort\\.[a-z.-]+)\"");
    private static final String PREFIX = "retort.";

    /** Set by the Maven goals, and by tests of applications. */
    private static final Set<String> OTHERS = Set.of(
            "retort.sources",
            "retort.resources",
            "retort.classes",
            "retort.command",
            "retort.result",
            "retort.interactive",
            "retort.deleted-sources",
            "retort.test.throwaway");

    private final Map<String, String> known = new TreeMap<>();

    /**
     * Creates the check.
     *
     * @param names the properties that exist; if there are none, because a build removed the metadata, nothing is reported
     */
    UnknownProperties(Set<String> names) {
        names.forEach(name -> known.put(uniform(name), name));
        if (!names.isEmpty()) {
            OTHERS.forEach(name -> known.put(uniform(name), name));
        }
    }

    /** Reads the properties that exist from the metadata of this version. */
    static UnknownProperties ofThisVersion(ClassLoader loader) {
        return new UnknownProperties(namesOfThisVersion(loader));
    }

    /** Returns the names of properties and groups of properties. */
    static Set<String> namesOfThisVersion(ClassLoader loader) {
        Set<String> names = new TreeSet<>();
        try {
            for (var file : Collections.list(loader.getResources(METADATA))) {
                try (InputStream content = file.openStream()) {
                    String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
                    NAME.matcher(text).results().forEach(found -> names.add(found.group(1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    /** Returns a sentence for each property of the environment that does not exist and is close to one that does. */
    List<String> in(ConfigurableEnvironment environment) {
        if (known.isEmpty()) {
            return List.of();
        }
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(source -> (EnumerablePropertySource<?>) source)
                .flatMap(source -> Stream.of(source.getPropertyNames()).filter(name -> name.startsWith(prefix(source))))
                .filter(name -> !KnownProperties.isOpen(name))
                .map(name -> name.replaceFirst("\\[\\d+]$|_\\d+$", ""))
                .filter(name -> !isKnown(name))
                .distinct()
                .sorted()
                .flatMap(name -> sentence(name).stream())
                .toList();
    }

    private static String prefix(EnumerablePropertySource<?> source) {
        return source instanceof SystemEnvironmentPropertySource ? KnownProperties.VARIABLE_PREFIX : PREFIX;
    }

    private boolean isKnown(String name) {
        return isVariable(name)
                ? known.values().stream().anyMatch(property -> KnownProperties.isVariableOf(name, property))
                : known.containsKey(uniform(name));
    }

    private static boolean isVariable(String name) {
        return name.startsWith(KnownProperties.VARIABLE_PREFIX);
    }

    /** A name that is close to none is the application's own, such as a property of a build. */
    private Optional<String> sentence(String name) {
        return known.values().stream()
                .map(other -> isVariable(name) ? KnownProperties.variable(other) : other)
                .filter(other -> isClose(name.substring(PREFIX.length()), other.substring(PREFIX.length())))
                .min(Comparator.comparingInt(other -> NameSuggestions.edits(name, other)))
                .map(near -> "There is no property " + name + "; did you mean " + near + "?");
    }

    private static boolean isClose(String typed, String name) {
        return NameSuggestions.edits(typed, name) <= Math.max(1, typed.length() / 4)
                || Arrays.equals(
                        typed.chars().sorted().toArray(), name.chars().sorted().toArray());
    }

    /** Returns a name without the differences that Spring Boot ignores. */
    private static String uniform(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }
}
