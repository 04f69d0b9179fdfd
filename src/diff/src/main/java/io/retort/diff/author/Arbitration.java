package io.retort.diff.author;

import java.util.List;

/**
 * What the history says about a comparison of entities and database.
 *
 * @param drift objects of the database that differ although entities and history agree on them: a user changed the
 *     database by other means than a revision
 * @param missing objects on which entities and database agree although no revision creates them, as messages show them
 * @param adoptable whether there is no revision yet, so that a first one can adopt the database
 */
public record Arbitration(List<DriftedObject> drift, List<String> missing, boolean adoptable) {

    /** Nothing to say. */
    public static final Arbitration NONE = new Arbitration(List.of(), List.of());

    /**
     * Creates the arbitration of a history with revisions.
     *
     * @param drift objects of the database that were changed by other means than a revision
     * @param missing objects that no revision creates
     */
    public Arbitration(List<DriftedObject> drift, List<String> missing) {
        this(drift, missing, false);
    }

    /** Copies the lists. */
    public Arbitration {
        drift = List.copyOf(drift);
        missing = List.copyOf(missing);
    }

    /** Returns whether the database has neither drift nor objects that no revision creates. */
    public boolean isEmpty() {
        return drift.isEmpty() && missing.isEmpty();
    }

    /**
     * An object of the database that differs from what the revisions made.
     *
     * @param description the operation that restores it, as plans describe it
     * @param sql the statements of that operation, for the connected product
     */
    public record DriftedObject(String description, List<String> sql) {

        /** Copies the list. */
        public DriftedObject {
            sql = List.copyOf(sql);
        }
    }
}
