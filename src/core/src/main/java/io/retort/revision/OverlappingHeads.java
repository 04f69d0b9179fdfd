package io.retort.revision;

import io.retort.revision.RevisionException.Reason;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Refuses sets of revisions in which one needs another. */
final class OverlappingHeads {

    private OverlappingHeads() {}

    /**
     * Refuses a set in which one revision needs another.
     *
     * @param what the subject of the message: {@code The targets}
     */
    static void refuse(RevisionNumbering numbers, String what, BitSet set) {
        BitSet below = (BitSet) set.clone();
        below.andNot(numbers.needs().maximal(set));
        if (!below.isEmpty()) {
            Set<String> implied = numbers.idsOf(below);
            throw new RevisionException(
                    Reason.OVERLAPPING_REVISIONS,
                    what + " overlap: " + String.join(", ", implied) + " is needed by another of "
                            + String.join(", ", numbers.idsOf(set)) + ".",
                    "Leave out " + String.join(", ", implied) + ".",
                    List.copyOf(numbers.idsOf(set)));
        }
    }
}
