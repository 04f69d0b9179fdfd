package io.retort;

import io.retort.revision.AdoptionMark.Origin;
import io.retort.schema.QualifiedName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How runs treat a database that had tables before its first revision.
 *
 * @param baseline a target: a database that has tables but no applied revision is taken to have the revisions up to it,
 *     and nothing is verified; null for none
 * @param histories the names of the history tables of other tools; a tool that is missing uses its default name
 * @param revertible whether a downgrade can revert revisions that were recorded without being run
 */
public record ExistingDatabase(@Nullable String baseline, Map<Origin, QualifiedName> histories, boolean revertible) {

    /** No baseline, default names, and no downgrade below what Retort has created. */
    public static final ExistingDatabase STANDARD = new ExistingDatabase(null, Map.of(), false);

    public ExistingDatabase {
        histories = Map.copyOf(histories);
    }

    /** Returns a copy with another baseline; null for none. */
    public ExistingDatabase withBaseline(@Nullable String other) {
        return new ExistingDatabase(other, histories, revertible);
    }

    /** Returns a copy with other names of the history tables of other tools. */
    public ExistingDatabase withHistories(Map<Origin, QualifiedName> other) {
        return new ExistingDatabase(baseline, other, revertible);
    }

    /** Returns a copy that permits, or refuses, to revert revisions that were recorded without being run. */
    public ExistingDatabase withRevertible(boolean other) {
        return new ExistingDatabase(baseline, histories, other);
    }
}
