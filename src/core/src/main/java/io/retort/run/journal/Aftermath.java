package io.retort.run.journal;

import io.retort.operation.Statement;
import io.retort.run.prepare.Place;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a failed step leaves behind.
 *
 * @param done how many of its statements stay done
 * @param doubt what is not certain about the statement that failed; null if it left nothing
 */
public record Aftermath(int done, @Nullable String doubt) {

    /** Everything was undone. */
    public static final Aftermath NOTHING = new Aftermath(0, null);

    /** Whether the step left nothing at all. */
    public boolean isNothing() {
        return done == 0 && doubt == null;
    }

    /**
     * Finds out, and notes it, after the transaction was rolled back.
     *
     * @param place the statement that failed; null if none did, but a note or the commit
     * @param sending how a note is sent
     */
    public static Aftermath of(Page page, @Nullable Place place, Sending sending) {
        try {
            String doubt = place == null ? null : doubt(page, place);
            Optional<Statement.Sql> note = page.close();
            if (note.isPresent()) {
                sending.send(note.get());
            }
            return new Aftermath(page.done(), doubt);
        } catch (Exception e) {
            return new Aftermath(
                    page.done(),
                    "whether the statement happened: the connection does not answer any more."
                            + " The next run asks the catalog, and goes on from there");
        }
    }

    private static @Nullable String doubt(Page page, Place place) throws SQLException {
        return switch (page.manner(place)) {
            case WATCHED ->
                page.watchedHappened()
                        ? "the statement failed, and yet the catalog has changed: look before you run it again"
                        : null;
            case MARKED ->
                page.markIsCommitted()
                        ? "the statement failed, and before that it had committed part of what it does:"
                                + " it is repeated from its beginning"
                        : null;
            case MARKED_OUTSIDE ->
                "how far the statement came: it runs outside a transaction, and is repeated from its beginning";
            case TOGETHER, SAID_AGAIN -> null;
        };
    }

    /** Sends a note at once. */
    @FunctionalInterface
    public interface Sending {
        void send(Statement statement) throws Exception;
    }
}
