package io.retort.diff.author;

import io.retort.operation.Operation;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Knows how the sources of the entities changed, for example from a git repository. */
@FunctionalInterface
public interface EntitySources {

    /** Knows nothing. */
    EntitySources UNKNOWN = revision -> Changes.unknown("");

    /**
     * Returns how the sources of the entities differ from those at the time of a revision.
     *
     * @param revision the file of the revision
     * @return the changes; never null
     */
    Changes since(Path revision);

    /** The changes of the sources. */
    final class Changes {

        private final Predicate<Operation> isUnchanged;
        private final String limit;
        private final boolean known;

        /**
         * @param isUnchanged returns whether all sources are unchanged that can be the reason for an operation; false if
         *     that is not known
         * @param limit why nothing is known, in one sentence; empty if the changes are known, or if there is no reason
         * @param known whether the changes are known
         */
        private Changes(Predicate<Operation> isUnchanged, String limit, boolean known) {
            this.isUnchanged = isUnchanged;
            this.limit = limit;
            this.known = known;
        }

        /** Returns what tells whether all sources are unchanged that can be the reason for an operation. */
        public Predicate<Operation> isUnchanged() {
            return isUnchanged;
        }

        /** Returns why nothing is known, in one sentence; empty if the changes are known, or if there is no reason. */
        public String limit() {
            return limit;
        }

        /** Returns whether the changes are known. */
        public boolean known() {
            return known;
        }

        /**
         * Returns changes that are known.
         *
         * @param isUnchanged returns whether the sources that can be the reason for an operation are unchanged
         */
        public static Changes known(Predicate<Operation> isUnchanged) {
            return new Changes(isUnchanged, "", true);
        }

        /**
         * Returns changes that are not known.
         *
         * @param limit why, in one sentence; can be empty
         */
        public static Changes unknown(String limit) {
            return new Changes(operation -> false, limit, false);
        }
    }
}
