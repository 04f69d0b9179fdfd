package io.retort.internal.prepare;

import io.retort.revision.Plan.Step;
import io.retort.revision.RevisionInfo;
import io.retort.run.PreparedStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the row of a squash stores. */
public final class SquashRecord {

    /** Why an older release cannot work with a database that a squash created. */
    private static final String OLDER = "no: replaces revisions that an older release would apply again";

    private static final String NOTE = "replaces ";

    private SquashRecord() {}

    /** Returns whether a note about a row comes from a recorded squash. */
    public static boolean isNote(@Nullable String note) {
        return note != null && note.startsWith(NOTE);
    }

    /** Returns whether a verdict on older releases comes from a squash that ran. */
    public static boolean isOfRun(@Nullable String older) {
        return OLDER.equals(older);
    }

    /**
     * Returns the step that records a squash as applied, in a database with all revisions that it replaces. An older
     * release finds its revisions, and its downgrade changes nothing but the row of the squash.
     *
     * @param step the squash
     */
    public static PreparedStep of(Step step) {
        int replaced = step.revision().replacedIds().size();
        return PreparedStep.recorded(step, NOTE + (replaced == 1 ? "1 revision" : replaced + " revisions"))
                .storing(new PreparedStep.Stored(
                        new StoredUndo("", true, DowngradeLosses.NONE, List.of(), List.of()).text(),
                        OlderReleases.YES,
                        null));
    }

    /**
     * Returns what the row of a squash stores that ran. An older release would find none of its revisions, and the
     * downgrade of the squash would drop the whole schema.
     */
    static PreparedStep.Stored ofRun(RevisionInfo squash) {
        return new PreparedStep.Stored(
                StoredUndo.none("it is a squash, and would drop what "
                        + squash.replacedIds().size() + " revisions have created"),
                OLDER,
                null);
    }
}
