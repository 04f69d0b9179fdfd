package io.retort.diff.author;

import io.retort.error.Advice;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the entities were compared with.
 *
 * @param kind the kind of basis
 * @param reason why it is not the database, as the end of a sentence that begins with "because"; empty if it is
 * @param remedy what makes the database the basis; null if it has to be at the heads
 */
public record Basis(Kind kind, String reason, @Nullable Advice remedy) {

    /** The database, which was at the heads of the history. */
    public static final Basis DATABASE = new Basis(Kind.DATABASE, "", null);

    /** The kinds of basis. */
    public enum Kind {
        /** The schema of the database. */
        DATABASE,
        /** The schema that the revisions produce. */
        HISTORY,
        /** The schema that another migration tool produces in an empty database. */
        SCRATCH;

        /** Returns the kind in lower case, as it is written to text and JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT) + (this == SCRATCH ? " database" : "");
        }
    }

    /**
     * Returns the history as basis.
     *
     * @param reason why, for example {@code no database answered}
     */
    public static Basis history(String reason) {
        return new Basis(Kind.HISTORY, reason, null);
    }

    /**
     * Returns the history as basis, where an upgrade to the heads is not what makes the database the basis.
     *
     * @param reason why, for example {@code the server is read-only}
     * @param remedy what makes the database the basis, as the end of a sentence; never null
     */
    public static Basis history(String reason, Advice remedy) {
        return new Basis(Kind.HISTORY, reason, remedy);
    }

    /**
     * Returns an empty database, in which another tool ran its migrations, as basis.
     *
     * @param reason why, for example {@code the database has no history of Flyway}
     */
    public static Basis scratch(String reason) {
        return new Basis(Kind.SCRATCH, reason, null);
    }

    /** Returns whether the entities were compared with the database. */
    public boolean isDatabase() {
        return kind == Kind.DATABASE;
    }

    /** Returns the sentence that a command prints if the basis is not the database. */
    String sentence() {
        return "Compared with the " + kind.word() + ", because " + reason + ".";
    }
}
