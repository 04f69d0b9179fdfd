package io.retort.diff.author;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A team's conventions for revision files.
 *
 * @param names the pattern of file names
 * @param idLength the number of digits of a random id, from 4 to 32
 * @param zone the time zone of the creation time in a file and of the times in its name
 * @param hooks the commands to run on each new file, in order
 */
public record Conventions(FilePattern names, int idLength, ZoneId zone, List<Hook> hooks) {

    /** The default number of digits of a random id. */
    public static final int ID_LENGTH = 12;

    /** The defaults. */
    public static final Conventions STANDARD =
            new Conventions(FilePattern.standard(), ID_LENGTH, ZoneOffset.UTC, List.of());

    private static final int SHORTEST_ID = 4;
    private static final int LONGEST_ID = 32;

    /**
     * Creates conventions.
     *
     * @throws RetortException if the length of ids is out of range
     */
    public Conventions {
        hooks = List.copyOf(hooks);
        if (idLength < SHORTEST_ID || idLength > LONGEST_ID) {
            throw new RetortException(
                    "retort.revision.id-length is " + idLength + ".",
                    "Choose a number from " + SHORTEST_ID + " to " + LONGEST_ID + ".",
                    ExitStatus.USAGE);
        }
    }

    /**
     * Returns the file name of a revision, without extension and without the {@code R} of a class name.
     *
     * @param id the revision id
     * @param message the message
     * @param created the creation time
     */
    public String name(String id, String message, Instant created) {
        return names.fill(id, message, created.atZone(zone));
    }

    /**
     * Returns a time as files contain it: ISO 8601, with a precision of seconds.
     *
     * @param created the creation time
     */
    public String time(Instant created) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                created.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime());
    }
}
