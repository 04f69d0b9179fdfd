package io.retort.diff.author;

import io.retort.operation.Operation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A database that a base revision adopts, as {@code migrate:adopt} found it.
 *
 * @param database product, version and URL, without secrets
 * @param history what another tool recorded, for people; null if there is no such history
 * @param mark the mark of the base revision
 * @param operations the operations that build the database from nothing
 * @param tables the number of tables
 * @param verification whether the operations built the same schema
 * @param left what the operations do not include, one line for each kind
 * @param suggestedRows the tables whose rows look like reference data, with the number of their rows, in order
 * @param required what the entities require beyond the database, as the next revision writes it
 * @param skipped what the comparison with the entities leaves out, one sentence with its reason each
 * @param hasEntities whether there is any entity
 * @param madeWith the library that read the entities
 * @param remarks what to know about the database, one sentence or more each
 */
public record AdoptedSchema(
        String database,
        @Nullable String history,
        String mark,
        List<Operation> operations,
        int tables,
        Verification verification,
        List<String> left,
        Map<String, Integer> suggestedRows,
        List<Operation> required,
        List<String> skipped,
        boolean hasEntities,
        @Nullable String madeWith,
        List<String> remarks) {

    /** Copies the lists. */
    public AdoptedSchema {
        operations = List.copyOf(operations);
        left = List.copyOf(left);
        suggestedRows = Collections.unmodifiableMap(new LinkedHashMap<>(suggestedRows));
        required = List.copyOf(required);
        skipped = List.copyOf(skipped);
        remarks = List.copyOf(remarks);
    }

    /**
     * Whether the revision was built on an empty scratch schema, and what differed from the database.
     *
     * @param outcome the result
     * @param details the differences, or the reason why it was not built
     */
    public record Verification(Outcome outcome, List<String> details) {

        /** The revision builds the same schema. */
        public static final Verification EQUAL = new Verification(Outcome.EQUAL, List.of());

        /** The results. */
        public enum Outcome {
            /** The revision builds the same schema. */
            EQUAL,
            /** The revision builds another schema. */
            DIFFERENT,
            /** The revision was not built. */
            NOT_VERIFIED
        }

        /** Copies the list. */
        public Verification {
            details = List.copyOf(details);
        }

        /**
         * Returns a result with differences.
         *
         * @param differences the differences, one line each; empty if both schemas are equal
         */
        public static Verification differing(List<String> differences) {
            return differences.isEmpty() ? EQUAL : new Verification(Outcome.DIFFERENT, differences);
        }

        /**
         * Returns the result for a revision that was not built.
         *
         * @param reason why, as a sentence
         */
        public static Verification notVerified(String reason) {
            return new Verification(Outcome.NOT_VERIFIED, List.of(reason));
        }
    }
}
