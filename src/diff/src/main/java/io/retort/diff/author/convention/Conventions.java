package io.retort.diff.author.convention;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How a team writes its revision files.
 *
 * @param names how they are called
 * @param idLength how many digits a random id has
 * @param zone the zone of the time that a file says it was created at, and of the times in its name
 * @param hooks what runs on each new file, in order
 */
public record Conventions(FilePattern names, int idLength, ZoneId zone, List<Hook> hooks) {

    /** The number of digits of a random id unless a team says otherwise. */
    public static final int ID_LENGTH = 12;

    /** What holds unless a team says otherwise. */
    public static final Conventions STANDARD =
            new Conventions(FilePattern.standard(), ID_LENGTH, ZoneOffset.UTC, List.of());

    private static final int SHORTEST_ID = 4;
    private static final int LONGEST_ID = 32;

    public Conventions {
        hooks = List.copyOf(hooks);
        if (idLength < SHORTEST_ID || idLength > LONGEST_ID) {
            throw new RetortException(
                    "retort.revision.id-length is " + idLength + ".",
                    "Choose a number from " + SHORTEST_ID + " to " + LONGEST_ID + ".",
                    ExitStatus.USAGE);
        }
    }

    /** The name of a revision's file without its ending, and without the {@code R} of a class. */
    public String name(String id, String message, Instant created) {
        return names.fill(id, message, created.atZone(zone));
    }

    /** A time as files say it: ISO 8601, to the second. */
    public String time(Instant created) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                created.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime());
    }
}
