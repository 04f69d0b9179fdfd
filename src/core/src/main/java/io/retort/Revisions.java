package io.retort;

import io.retort.internal.history.JavaRevisions;
import io.retort.internal.history.LocationScan;
import io.retort.migration.Migration;
import io.retort.source.RevisionSource;
import java.util.Map;

/**
 * Sources of revisions, for code that creates a {@link Retort} itself.
 *
 * <pre>{@code
 * Retort retort = Retort.on(dataSource, List.of(Revisions.in("db.revisions"), Revisions.in("classpath:db/revisions")));
 * }</pre>
 *
 * <p>An integration with a framework can have a setting for the locations of revisions; its users do not need this class.
 */
public final class Revisions {

    private Revisions() {}

    /**
     * Returns a source of the given classes.
     *
     * @param classes classes with {@link io.retort.migration.Revision}, public, with a public constructor without
     *     parameters
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static RevisionSource of(Class<? extends Migration>... classes) {
        return JavaRevisions.of(classes);
    }

    /**
     * Returns a source that searches one location, with the context class loader of the calling thread.
     *
     * @param location a package of classes such as {@code db.revisions}, or a folder of SQL files such as
     *     {@code classpath:db/revisions}; everything below it is searched too
     */
    public static RevisionSource in(String location) {
        return in(location, Thread.currentThread().getContextClassLoader(), Map.of());
    }

    /**
     * Returns a source that searches one location.
     *
     * @param location a package of classes such as {@code db.revisions}, or a folder of SQL files such as
     *     {@code classpath:db/revisions}; everything below it is searched too
     * @param loader finds classes and files in directories and jars
     * @param placeholders the values of {@code ${name}} in SQL files, by name
     */
    public static RevisionSource in(String location, ClassLoader loader, Map<String, String> placeholders) {
        return new LocationScan(location, loader, placeholders);
    }
}
