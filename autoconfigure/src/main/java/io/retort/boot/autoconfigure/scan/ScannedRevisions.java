package io.retort.boot.autoconfigure.scan;

import io.retort.error.RetortException;
import io.retort.run.source.MigrationFactory;
import io.retort.run.source.RevisionCode;
import io.retort.run.source.RevisionSource;
import io.retort.run.source.index.RevisionIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ResourceLoader;

/**
 * The revisions in an application's locations: packages of classes and folders of SQL files.
 *
 * <p>Classes are read without being loaded. What was found is kept: a running application's classes do not change.
 */
public final class ScannedRevisions implements RevisionSource {

    /** Where revisions are looked for unless an application says otherwise. */
    public static final List<String> STANDARD_LOCATIONS = List.of("db.revisions", "classpath:db/revisions");

    private final List<String> locations;
    private final Map<String, String> placeholders;
    private final ResourceLoader resources;
    private final MigrationFactory factory;
    private @Nullable List<RevisionCode> found;

    /**
     * @param locations packages such as {@code db.revisions} and folders such as {@code classpath:db/revisions}
     * @param placeholders the values that <code>${name}</code> stands for in SQL
     */
    public ScannedRevisions(List<String> locations, Map<String, String> placeholders, ResourceLoader resources) {
        this(locations, placeholders, resources, MigrationFactory.CONSTRUCTOR);
    }

    /**
     * @param locations packages such as {@code db.revisions} and folders such as {@code classpath:db/revisions}
     * @param placeholders the values that <code>${name}</code> stands for in SQL
     * @param factory makes the migrations of classes
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
