package io.retort.source;

import io.retort.error.FailureLocation;
import io.retort.error.RetortException;
import io.retort.migration.Migration;
import io.retort.migration.Phase;
import io.retort.revision.RevisionInfo;
import java.text.Normalizer;
import java.util.function.Supplier;

/**
 * A revision with its migration.
 */
public final class RevisionCode {

    private final RevisionInfo info;
    private final Supplier<Migration> migration;
    private final Phase phase;

    /**
     * Creates a revision.
     *
     * @param info the metadata
     * @param migration loads the migration; called only when a step needs it
     * @param phase when the revision runs during the start of an application
     */
    public RevisionCode(RevisionInfo info, Supplier<Migration> migration, Phase phase) {
        this.info = info;
        this.migration = migration;
        this.phase = phase;
    }

    /** Creates a revision that runs before the application uses the database. */
    public RevisionCode(RevisionInfo info, Supplier<Migration> migration) {
        this(info, migration, Phase.START);
    }

    /** Returns the metadata. */
    public RevisionInfo info() {
        return info;
    }

    /** Returns what loads the migration. */
    public Supplier<Migration> migration() {
        return migration;
    }

    /** Returns when the revision runs during the start of an application. */
    public Phase phase() {
        return phase;
    }

    /** Returns a copy with another phase. */
    public RevisionCode in(Phase other) {
        return new RevisionCode(info, migration, other);
    }

    /**
     * Checks that the name of a file or class contains the revision's id, so that a copied file is noticed.
     *
     * @param info the metadata
     * @param name the simple name of the file or class
     * @throws RetortException if the name does not contain the id
     */
    public static void requireIdInName(RevisionInfo info, String name) {
        // Some file systems store accents as separate characters.
        if (!name.contains(info.id()) && !composed(name).contains(composed(info.id()))) {
            throw new RetortException(
                            "The revision in " + info.location() + " has the id \"" + info.id() + "\", but is named \""
                                    + name + "\".",
                            "Rename it, or change its id: the name must contain the id, so that one revision"
                                    + " is not mistaken for another.")
                    .at(FailureLocation.inRevision(info.id(), info.location(), 0));
        }
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
