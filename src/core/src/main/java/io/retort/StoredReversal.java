package io.retort;

import io.retort.SwitchPlan.LostRows;
import java.util.List;

/**
 * How to revert a revision that was edited after it ran: with the downgrade that the history table stores, which is that of
 * what ran.
 *
 * @param retort reverts the revision with its stored downgrade
 * @param lost what that downgrade loses, also tables and columns without a row or value
 */
public record StoredReversal(Retort retort, List<LostRows> lost) {

    public StoredReversal {
        lost = List.copyOf(lost);
    }
}
