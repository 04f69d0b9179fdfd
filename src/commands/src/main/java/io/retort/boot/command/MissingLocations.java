package io.retort.boot.command;

import io.retort.boot.autoconfigure.RetortUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternUtils;

/**
 * Configured locations of revisions that exist neither on the class path nor in the source tree. A default location may be
 * missing, because most applications use one of the two.
 */
final class MissingLocations {

    private static final String FILE = "file:";
    private static final String CLASSPATH = "classpath:";

    private final ResourceLoader resources;
    private final Locations locations;

    private MissingLocations(ResourceLoader resources, Locations locations) {
        this.resources = resources;
        this.locations = locations;
    }

    /** Returns a sentence for each location of a unit that was configured and does not exist. */
    static List<String> of(RetortUnit unit, ResourceLoader resources, Environment environment) {
        List<String> names = unit.settings().configuredLocations();
        MissingLocations search = new MissingLocations(
                resources,
                new Locations(
                        names,
                        Path.of(environment.getProperty("retort.sources", "src/main/java")),
                        Path.of(environment.getProperty("retort.resources", "src/main/resources"))));
        return names.stream()
                .filter(Predicate.not(search::exists))
                .map(MissingLocations::sentence)
                .toList();
    }

    private boolean exists(String location) {
        return location.contains("*") || Files.isDirectory(locations.folder(location)) || isOnClassPath(location);
    }

    private boolean isOnClassPath(String location) {
        if (location.startsWith(FILE)) {
            return false;
        }
        String path = Locations.isFolder(location)
                ? location.replaceFirst("^" + CLASSPATH, "").replaceFirst("^/+", "")
                : location.replace('.', '/');
        try {
            return ResourcePatternUtils.getResourcePatternResolver(resources)
                            .getResources("classpath*:" + path + "/")
                            .length
                    > 0;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot search " + location, failure);
        }
    }

    private static String sentence(String location) {
        return "The location " + location + " does not exist: there is no such "
                + (Locations.isFolder(location) ? "folder" : "package") + ".";
    }
}
