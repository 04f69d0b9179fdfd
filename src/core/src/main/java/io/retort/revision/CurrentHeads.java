package io.retort.revision;

import io.retort.revision.RevisionException.Reason;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * The current heads of a database, which can contradict the history. They are looked up only when needed.
 *
 * @param numbers the history
 * @param ids the ids, in the order given
 */
record CurrentHeads(RevisionNumbering numbers, Collection<String> ids) {

    /** Returns the numbers of the current heads, in the order given. */
    int[] rows() {
        for (String id : ids) {
            if (!numbers.contains(id)) {
                throw new RevisionException(
                        Reason.UNKNOWN_REVISION,
                        "The database is at revision " + id + ", which is not in the history.",
                        "Restore its file, or run the version of the application that contains it.",
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

    /** Refuses heads that no sequence of upgrades and downgrades can produce. */
    void refuseContradiction() {
        refuseTwice();
        OverlappingHeads.refuse(numbers, "The current heads", set());
    }

    void refuseTwice() {
        if (set().cardinality() < ids.size()) {
            throw new RevisionException(
                    Reason.VERSION_TABLE_MISMATCH,
                    "A revision has more than one row in the history table: " + String.join(", ", ids) + ".",
                    "Delete the surplus rows from the history table, and restore its primary key (id).",
                    List.copyOf(ids));
        }
    }
}
