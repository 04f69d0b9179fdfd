package io.retort.boot.internal.scan;

import io.retort.error.RetortException;
import io.retort.internal.history.MigrationFactory;
import io.retort.internal.history.RevisionIndex;
import io.retort.source.RevisionCode;
import io.retort.source.RevisionSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;

/**
 * Revisions in an application's locations: packages of classes and folders of SQL files.
 *
 * <p>Classes are read without loading them. The result is kept, because the classes of a running application do not
 * change. Safe for use by several threads.
 */
public final class ScannedRevisions implements RevisionSource {

    /** Default locations of revisions. */
    public static final List<String> STANDARD_LOCATIONS = List.of("db.revisions", "classpath:db/revisions");

    private final List<String> locations;
    private final Map<String, String> placeholders;
    private final ResourceLoader resources;
    private final MigrationFactory factory;
    private @Nullable List<RevisionCode> found;

    /**
     * Creates a source whose migrations are created by their constructor without parameters.
     *
     * @param locations packages such as {@code db.revisions} and folders such as {@code classpath:db/revisions}; never
     *     null
     * @param placeholders the values of <code>${name}</code> placeholders in SQL revisions; never null
     * @param resources loads resources from the class path and from files; never null
     */
    public ScannedRevisions(List<String> locations, Map<String, String> placeholders, ResourceLoader resources) {
        this(locations, placeholders, resources, MigrationFactory.CONSTRUCTOR);
    }

    /**
     * Creates a source.
     *
     * @param locations packages such as {@code db.revisions} and folders such as {@code classpath:db/revisions}; never
     *     null
     * @param placeholders the values of <code>${name}</code> placeholders in SQL revisions; never null
     * @param resources loads resources from the class path and from files; never null
     * @param factory creates the migrations of revision classes; never null
     */
    public ScannedRevisions(
            List<String> locations,
            Map<String, String> placeholders,
            ResourceLoader resources,
            MigrationFactory factory) {
        this.locations = List.copyOf(locations);
        this.placeholders = Map.copyOf(placeholders);
        this.resources = resources;
        this.factory = factory;
    }

    @Override
    public synchronized List<RevisionCode> revisions() {
        if (found == null) {
            found = scan();
        }
        return found;
    }

    private List<RevisionCode> scan() {
        List<RevisionCode> revisions = new ArrayList<>();
        Map<String, Optional<RevisionIndex>> indexes = new HashMap<>();
        for (String location : locations) {
            try {
                revisions.addAll(
                        new Location(location).isFolder()
                                ? new SqlFolder(location, resources, indexes).revisions(placeholders)
                                : new RevisionPackage(location, resources, factory, indexes).revisions());
            } catch (IOException failure) {
                throw new RetortException(
                        "Cannot read the revisions in " + location + ": " + failure.getMessage(),
                        "Check that the application can read the folder and its files.",
                        failure);
            }
        }
        return List.copyOf(revisions);
    }
}
