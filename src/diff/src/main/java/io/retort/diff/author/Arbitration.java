package io.retort.diff.author;

import io.retort.operation.Operation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the history says about a comparison of entities and database.
 *
 * @param drift objects of the database that differ although entities and history agree on them: a user changed the
 *     database by other means than a revision
 * @param missing objects on which entities and database agree although no revision creates them, as messages show them
 * @param adoptable whether there is no revision yet, so that a first one can adopt the database
 * @param undeclared mapped objects that SQL of a revision changes in an undeclared way, so that they are not compared
 * @param misfits declarations and operations of revisions that do not fit, one sentence each; also part of what is skipped
 * @param update the differences that a new version of Hibernate causes; null if none is known
 */
public record Arbitration(
        List<DriftedObject> drift,
        List<String> missing,
        boolean adoptable,
        List<UndeclaredObject> undeclared,
        List<String> misfits,
        @Nullable LibraryUpdate update) {

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

    /**
     * Creates the arbitration of a database.
     *
     * @param drift objects of the database that were changed by other means than a revision
     * @param missing objects that no revision creates
     * @param adoptable whether a first revision can adopt the database
     */
    public Arbitration(List<DriftedObject> drift, List<String> missing, boolean adoptable) {
        this(drift, missing, adoptable, List.of(), List.of(), null);
    }

    /** Copies the lists. */
    public Arbitration {
        drift = List.copyOf(drift);
        missing = List.copyOf(missing);
        undeclared = List.copyOf(undeclared);
        misfits = List.copyOf(misfits);
    }

    /**
     * Returns the arbitration of a comparison without a database.
     *
     * @param undeclared the objects that are not compared
     * @param misfits declarations and operations of revisions that do not fit
     */
    public static Arbitration ofHistory(List<UndeclaredObject> undeclared, List<String> misfits) {
        return new Arbitration(List.of(), List.of(), false, undeclared, misfits, null);
    }

    /**
     * Returns a copy with objects of the database that were changed by hand.
     *
     * @param found the objects
     */
    Arbitration drifting(List<DriftedObject> found) {
        return new Arbitration(found, missing, adoptable, undeclared, misfits, update);
    }

    /**
     * Returns a copy with the differences that a new version of Hibernate causes.
     *
     * @param caused the differences
     */
    Arbitration updating(LibraryUpdate caused) {
        return new Arbitration(drift, missing, adoptable, undeclared, misfits, caused);
    }

    /** Returns whether a new version of Hibernate causes an operation. */
    boolean isOfUpdate(Operation operation) {
        return update != null && update.operations().contains(operation);
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
     * @param obstacles why these statements must not run on the present rows, one clause each: they would fail, lose values,
     *     or create an object that only has another name now
     * @param names the names by which the difference can be accepted for good, such as {@code customer.ix_mail}; empty if the
     *     entities need what the database lacks
     */
    public record DriftedObject(String description, List<String> sql, List<String> obstacles, List<String> names) {

        /** Copies the lists. */
        public DriftedObject {
            sql = List.copyOf(sql);
            obstacles = List.copyOf(obstacles);
            names = List.copyOf(names);
        }

        /**
         * Returns the object that an operation restores.
         *
         * @param operation the operation
         * @param sql its statements
         * @param obstacles why they must not run on the present rows
         */
        public static DriftedObject of(Operation operation, List<String> sql, List<String> obstacles) {
            return new DriftedObject(operation.describe(), sql, obstacles, AcceptableNames.of(operation));
        }

        /** Returns this object with further statements, which insert or change rows of it. */
        public DriftedObject followedBy(List<String> rows) {
            return new DriftedObject(
                    description, Stream.concat(sql.stream(), rows.stream()).toList(), obstacles, names);
        }

        /** Creates an object whose statements can run. */
        public DriftedObject(String description, List<String> sql) {
            this(description, sql, List.of(), List.of());
        }
    }

    /**
     * An object that SQL of a revision changes without declaring how.
     *
     * @param object the table, sequence or type, as messages show it
     * @param revision the id of the revision
     * @param statement the statement, as plans describe it
     */
    public record UndeclaredObject(String object, String revision, String statement) {

        /** Returns the reason why the object is not compared. */
        public String sentence() {
            return object + ": SQL of revision " + revision + " changes it and does not declare how: " + statement;
        }
    }
}
