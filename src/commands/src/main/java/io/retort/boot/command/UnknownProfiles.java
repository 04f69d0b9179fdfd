package io.retort.boot.command;

import io.retort.internal.text.NameSuggestions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternUtils;

/**
 * Active profiles without a configuration file whose names are close to a profile that has one, such as {@code postgre}
 * beside {@code application-postgres.yaml}. A profile that is close to none can consist of beans only.
 */
final class UnknownProfiles {

    private static final Pattern FILE = Pattern.compile("application-(.+)\\.(?:properties|ya?ml)");
    private static final List<String> FOLDERS =
            List.of("classpath*:/", "classpath*:/config/", "file:./", "file:./config/");

    private UnknownProfiles() {}

    /** Returns a sentence for each of them. */
    static List<String> in(ConfigurableEnvironment environment, ResourceLoader resources) {
        Set<String> configured = configured(resources);
        return Arrays.stream(environment.getActiveProfiles())
                .filter(profile -> !configured.contains(profile))
                .flatMap(profile -> NameSuggestions.to(profile, configured).stream()
                        .limit(1)
                        .map(near ->
                                "The active profile " + profile + " has no configuration; did you mean " + near + "?"))
                .toList();
    }

    private static Set<String> configured(ResourceLoader resources) {
        Set<String> profiles = new TreeSet<>();
        FOLDERS.stream().flatMap(folder -> files(folder, resources)).forEach(file -> {
            Matcher matcher = FILE.matcher(String.valueOf(file.getFilename()));
            if (matcher.matches()) {
                profiles.add(matcher.group(1));
            }
        });
        return profiles;
    }

    private static Stream<Resource> files(String folder, ResourceLoader resources) {
        try {
            return Stream.of(ResourcePatternUtils.getResourcePatternResolver(resources)
                    .getResources(folder + "application-*.*"));
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot search " + folder, failure);
        }
    }
}
