package io.retort.internal.adopt;

import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.revision.AdoptionMark;
import io.retort.revision.RevisionInfo;
import java.util.List;

/**
 * Words the refusal of a database that is not the one that a base adopts.
 *
 * @param base the revision
 * @param mark the database that it adopts
 * @param found what the database has of its tables
 */
record AdoptionRefusals(RevisionInfo base, AdoptionMark mark, BaseComparison found) {

    private static final int LISTED = 10;

    /**
     * Refuses a history of the other tool that is not the one in the mark.
     *
     * @throws RetortException if it is behind, ahead, different, or contains a failure
     */
    void refuseOther(ForeignHistory history) {
        String tool = history.tool().title();
        if (!history.failed().isEmpty()) {
            throw refusal(
                    "but in this database a migration of " + tool + " has failed: " + listed(history.failed()),
                    Advice.of("Repair it with " + tool + ", and run the last release that uses " + tool
                            + " once. Then run this again."));
        }
        if (history.checksum().equals(mark.checksum())) {
            return;
        }
        List<String> names = history.names();
        int position = names.lastIndexOf(mark.version());
        if (position < 0) {
            throw refusal(
                    "but this database has " + history.describe() + ", without " + mark.version(),
                    Advice.of("Run the last release that uses " + tool + " once, so that it applies what is missing."
                            + " Then run this again."));
        }
        if (position < names.size() - 1) {
            List<String> later = names.subList(position + 1, names.size());
            throw refusal(
                    "but " + tool + " has applied more in this database: " + listed(later),
                    Advice.of(
                            "Run the release whose base was written after them, or write the base again from a"
                                    + " database that has them: ",
                            Advice.command("adopt"),
                            "."));
        }
        throw refusal(
                "but this database has " + history.describe() + " with other checksums or other "
                        + history.tool().unit() + "s",
                Advice.of(
                        "Compare the table " + history.table()
                                + " with the one of the database that the base was written from. If the schema is the"
                                + " same, record the base without this check: ",
                        Advice.command("stamp", Advice.target(base.id())),
                        "."));
    }

    /** The database has tables, but the other tool has no history there. */
    RetortException withoutHistory() {
        return refusal(
                "but this database has no history of " + mark.origin().title() + ", and " + found.describe(),
                Advice.of(
                        "If it has everything that the revision creates, record the revision without running it: ",
                        Advice.command("stamp", Advice.target(base.id())),
                        ". If " + mark.origin().title()
                                + " created the tables, check the name and the schema of its history table."));
    }

    /** The database lacks tables or columns of the base. */
    RetortException incomplete() {
        return refusal(
                "but this database has " + found.describe(),
                Advice.of(
                        "Bring the database to the state that the revision describes, then run this again. If the"
                                + " difference is intended, record the revision without running it: ",
                        Advice.command("stamp", Advice.target(base.id())),
                        "."));
    }

    private RetortException refusal(String but, Advice action) {
        return new RetortException(
                "Revision " + base.describe() + " adopts " + mark.describe() + ", " + but + ". Nothing was changed.",
                action.and(Adoption.orOtherDatabase()));
    }

    private static String listed(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(LISTED, names.size())))
                + (names.size() > LISTED ? " and " + (names.size() - LISTED) + " more" : "");
    }
}
