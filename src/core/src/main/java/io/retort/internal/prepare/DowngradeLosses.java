package io.retort.internal.prepare;

import io.retort.internal.prepare.FormerNames.Change;
import java.util.List;

/**
 * What the downgrade of a revision loses.
 *
 * @param lost the lost data, in order
 * @param changes the changes that the names of later downgrades depend on, in order
 */
public record DowngradeLosses(List<LostData> lost, List<Change> changes) {

    /** A downgrade that loses nothing and renames nothing. */
    public static final DowngradeLosses NONE = new DowngradeLosses(List.of(), List.of());

    public DowngradeLosses {
        lost = List.copyOf(lost);
        changes = List.copyOf(changes);
    }
}
