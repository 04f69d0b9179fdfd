package io.retort.revision.plan;

import io.retort.revision.RevisionException;
import io.retort.revision.RevisionException.Reason;
import io.retort.revision.RevisionNumbers;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * The current heads as a database says them, which may contradict the history. Nothing is looked up before it is asked for.
 *
 * @param ids in the order in which they were given
 */
record CurrentHeads(RevisionNumbers numbers, Collection<String> ids) {

    /** The current heads as numbers, in the order given. */
    int[] rows() {
        for (String id : ids) {
            if (!numbers.contains(id)) {
                throw new RevisionException(
                        Reason.UNKNOWN_REVISION,
                        "The database is at revision " + id + ", which is not in the history.",
                        "Bring its file back, or run the version of the application that has it.",
                        List.of(id));
            }
        }
        int[] rows = new int[ids.size()];
        int at = 0;
        for (String id : ids) {
            rows[at++] = numbers.index(id);
        }
        return rows;
    }

    BitSet set() {
        BitSet set = new BitSet();
        for (int row : rows()) {
            set.set(row);
        }
        return set;
    }

    /** Refuses what no walk through a history can leave behind. */
    void refuseContradiction() {
        refuseTwice();
        Overlaps.refuse(numbers, "The current heads", set());
    }

    void refuseTwice() {
        if (set().cardinality() < ids.size()) {
            throw new RevisionException(
                    Reason.VERSION_TABLE_MISMATCH,
                    "A revision is applied twice: " + String.join(", ", ids) + ".",
                    "Delete the rows that are too many from the table of revisions, and give it back its primary key.",
                    List.copyOf(ids));
        }
    }
}
