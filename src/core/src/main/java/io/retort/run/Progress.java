package io.retort.run;

import io.retort.run.prepare.Place;
import io.retort.run.prepare.PreparedStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a run has come: kept while it goes on, read when it fails. */
final class Progress {

    private final List<PreparedStep> steps;
    private final int current;
    private final List<Place> places;
    private @Nullable Place place;
    private int takenBack;
    private boolean begun;

    /**
     * Progress within one step.
     *
     * @param current the index of the step that runs now
     */
    Progress(List<PreparedStep> steps, int current) {
        this.steps = steps;
        this.current = current;
        this.places = steps.get(current).places();
    }

    /** A statement is about to be sent. */
    void enter(Place next) {
        place = next;
        begun = true;
    }

    /** Whether a statement of the step was sent. */
    boolean hasBegun() {
        return begun;
    }

    /** All that was sent is done; what follows is Retort's own note. */
    void leave() {
        place = null;
        begun = true;
    }

    PreparedStep step() {
        return steps.get(current);
    }

    /** The steps before, without those that went back with this one. */
    List<PreparedStep> before() {
        return steps.subList(0, current - takenBack);
    }

    /** The steps before that were rolled back with this one. */
    List<PreparedStep> rolledBack() {
        return steps.subList(current - takenBack, current);
    }

    /** So many of the steps before were not committed yet. */
    void takeBack(int steps) {
        takenBack = steps;
    }

    List<PreparedStep> after() {
        return steps.subList(current + 1, steps.size());
    }

    /** All statements of the step. */
    List<Place> places() {
        return places;
    }

    /** The statement that is being sent; null if it is a note. */
    @Nullable
    Place place() {
        return place;
    }
}
