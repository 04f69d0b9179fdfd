package io.retort.internal.execute;

import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.StatementPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The position of a run, updated while it runs and read when it fails. */
final class Progress {

    private final List<PreparedStep> steps;
    private final int current;
    private final List<StatementPosition> places;
    private @Nullable StatementPosition place;
    private int takenBack;
    private boolean begun;

    /**
     * Creates the progress of one step.
     *
     * @param steps all steps of the run
     * @param current the index of the step that runs now
     */
    Progress(List<PreparedStep> steps, int current) {
        this.steps = steps;
        this.current = current;
        this.places = steps.get(current).places();
    }

    /** Records that a statement is about to be sent. */
    void enter(StatementPosition next) {
        place = next;
        begun = true;
    }

    /** Returns whether a statement of the step was sent. */
    boolean hasBegun() {
        return begun;
    }

    /** Records that all statements so far are complete; what follows is Retort's own. */
    void leave() {
        place = null;
        begun = true;
    }

    PreparedStep step() {
        return steps.get(current);
    }

    /** Returns the earlier steps, without those that were rolled back with this one. */
    List<PreparedStep> before() {
        return steps.subList(0, current - takenBack);
    }

    /** Returns the earlier steps that were rolled back with this one. */
    List<PreparedStep> rolledBack() {
        return steps.subList(current - takenBack, current);
    }

    /** Records that this many earlier steps were not committed. */
    void takeBack(int steps) {
        takenBack = steps;
    }

    List<PreparedStep> after() {
        return steps.subList(current + 1, steps.size());
    }

    /** Returns all statements of the step. */
    List<StatementPosition> places() {
        return places;
    }

    /** Returns the statement that is being sent; null if it is one of Retort's own. */
    @Nullable
    StatementPosition place() {
        return place;
    }
}
