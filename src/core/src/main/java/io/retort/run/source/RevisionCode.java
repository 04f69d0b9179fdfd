package io.retort.run.source;

import io.retort.error.RetortException;
import io.retort.migration.Migration;
import io.retort.migration.Phase;
import io.retort.revision.RevisionInfo;
import java.text.Normalizer;
import java.util.function.Supplier;

/**
 * A revision and the way to its migration.
 *
 * @param info its place in the history
 * @param migration loads the migration; called only when a step runs
 * @param phase when it runs in a starting application
 */
public record RevisionCode(RevisionInfo info, Supplier<Migration> migration, Phase phase) {

    /** A revision that runs before anything uses the database. */
    public RevisionCode(RevisionInfo info, Supplier<Migration> migration) {
        this(info, migration, Phase.START);
    }

    /** The same revision in another phase. */
    public RevisionCode in(Phase other) {
        return new RevisionCode(info, migration, other);
    }

    /**
     * Holds a revision's id against the name of its file or class, so that a copied file is noticed.
     *
     * @param name the file's or class's simple name
     * @throws RetortException if the id is no part of the name
     */
    public static void requireIdInName(RevisionInfo info, String name) {
        // Some file systems store an accent apart from its letter.
        if (!name.contains(info.id()) && !composed(name).contains(composed(info.id()))) {
            throw new RetortException(
                    "The revision in " + info.location() + " says that its id is \"" + info.id()
                            + "\", but its name is \"" + name + "\".",
                    "Give the file the id's name, or the revision the file's id: they must agree, so that nobody"
                            + " mistakes one revision for another.");
        }
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
