package io.retort.revision;

import io.retort.error.Advice;
import io.retort.error.FailureLocation;
import io.retort.error.RetortException;
import io.retort.internal.text.PrintableText;
import org.jspecify.annotations.Nullable;

/**
 * The database that a base revision adopts. Where such a database is found, the revision is recorded as applied instead
 * of run.
 *
 * @param origin what created the database until now
 * @param version the version or id of the last migration of the other tool; empty for {@link Origin#SCHEMA}
 * @param checksum the checksum of the other tool's history in hexadecimal digits; empty for {@link Origin#SCHEMA}
 */
public record AdoptionMark(Origin origin, String version, String checksum) {

    /** What created a database before Retort. */
    public enum Origin {
        /** Flyway. */
        FLYWAY("flyway", "Flyway"),
        /** Liquibase. */
        LIQUIBASE("liquibase", "Liquibase"),
        /** No tool with a history: Hibernate's {@code ddl-auto}, or people. */
        SCHEMA("schema", "an existing schema");

        private final String word;
        private final String title;

        Origin(String word, String title) {
            this.word = word;
            this.title = title;
        }

        /** Returns the word in a mark, for example {@code flyway}. */
        public String word() {
            return word;
        }

        /** Returns the name for people, for example {@code Flyway}. */
        public String title() {
            return title;
        }
    }

    /**
     * Parses a mark: {@code flyway:41:9f3c20aa}, {@code liquibase:<id>:<checksum>} or {@code schema}.
     *
     * @param text the mark
     * @param location the class or file of the revision, for messages
     * @return the mark; null if the text is empty
     * @throws RetortException if the text is not a mark
     */
    public static @Nullable AdoptionMark parse(String text, String location) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.equals(Origin.SCHEMA.word())) {
            return new AdoptionMark(Origin.SCHEMA, "", "");
        }
        int first = text.indexOf(':');
        int last = text.lastIndexOf(':');
        for (Origin origin : Origin.values()) {
            if (origin != Origin.SCHEMA
                    && last > first + 1
                    && text.substring(0, first).equals(origin.word())
                    && isChecksum(text.substring(last + 1))) {
                return new AdoptionMark(origin, text.substring(first + 1, last), text.substring(last + 1));
            }
        }
        throw new RetortException(
                        "The revision in " + location + " adopts \"" + PrintableText.joined(text)
                                + "\", which is not a mark.",
                        Advice.of(
                                "Write flyway:<version>:<checksum>, liquibase:<id>:<checksum> or schema; ",
                                Advice.command("adopt"),
                                " computes the checksum."))
                .at(FailureLocation.inFile(location, 0));
    }

    private static boolean isChecksum(String text) {
        return !text.isEmpty() && text.chars().allMatch(digit -> Character.digit(digit, 16) >= 0);
    }

    /** Returns the mark as it is written in a revision file. */
    public String text() {
        return origin == Origin.SCHEMA ? origin.word() : origin.word() + ":" + version + ":" + checksum;
    }

    /** Returns the mark for people: {@code Flyway 41}, or {@code an existing schema}. */
    public String describe() {
        return origin == Origin.SCHEMA ? origin.title() : origin.title() + " " + PrintableText.line(version);
    }
}
