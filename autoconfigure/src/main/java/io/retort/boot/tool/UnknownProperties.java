package io.retort.boot.tool;

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
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

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

    /** Their names continue with names that the application chooses. */
    private static final List<String> OPEN = List.of("retort.units.", "retort.placeholders.");

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
        return new UnknownProperties(names);
    }

    /** Returns a sentence for each property of the environment that does not exist and is close to one that does. */
    List<String> in(ConfigurableEnvironment environment) {
        if (known.isEmpty()) {
            return List.of();
        }
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> List.of(((EnumerablePropertySource<?>) source).getPropertyNames()).stream())
                .filter(name -> name.startsWith(PREFIX))
                .filter(name -> OPEN.stream().noneMatch(name::startsWith))
                .map(name -> name.replaceFirst("\\[\\d+]$", ""))
                .filter(name -> !known.containsKey(uniform(name)))
                .distinct()
                .sorted()
                .flatMap(name -> sentence(name).stream())
                .toList();
    }

    /** A name that is close to none is the application's own, such as a property of a build. */
    private Optional<String> sentence(String name) {
        return known.values().stream()
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
