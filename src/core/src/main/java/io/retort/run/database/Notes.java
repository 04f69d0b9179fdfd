package io.retort.run.database;

import io.retort.operation.Statement;
import io.retort.revision.RevisionInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements that change rows of the table of revisions. */
public final class Notes {

    private final AppliedTable table;

    Notes(AppliedTable table) {
        this.table = table;
    }

    /**
     * What is noted with a revision besides what it says of itself.
     *
     * @param checksum of what was run; null for a stamp
     * @param recorded what was run; null in a script and for a stamp
     * @param user the database user; null in a script, where the database fills it in
     * @param duration how long it took; null if that is not known
     * @param message what the revision is for, as the table can keep it
     */
    public record Details(
            @Nullable String checksum,
            @Nullable String recorded,
            @Nullable String user,
            @Nullable Duration duration,
            String message) {}

    /**
     * How far a step is.
     *
     * @param state which way it goes
     * @param progress how many statements are done
     * @param inFlight about the statement that comes next; null if it has not begun
     */
    public record Position(
            AppliedState state, int progress, @Nullable String inFlight) {

        /** A revision that is wholly applied. */
        public static final Position APPLIED = new Position(AppliedState.APPLIED, 0, null);
    }

    /** Notes a revision as applied, at the moment when the statement runs. */
    public Statement.Sql insert(RevisionInfo revision, Details details) {
        return insert(revision, details, Position.APPLIED);
    }

    /** Notes a revision that is on its way. */
    public Statement.Sql insert(RevisionInfo revision, Details details, Position position) {
        boolean journaled = position.state() != AppliedState.APPLIED;
        List<String> values = Arrays.asList(
                literal(revision.id()),
                literal(String.join(",", revision.parents())),
                literal(AppliedTable.cut(details.message())),
                literal(details.checksum()),
                literal(position.state().text()),
                String.valueOf(position.progress()),
                table.dialect().utcNow(),
                details.user() == null ? table.dialect().currentUser() : literal(details.user()),
                duration(details.duration()));
        return one("insert into " + table.sqlName()
                + " (id, parents, message, checksum, state, progress, applied_at, applied_by, duration_ms"
                + (details.recorded() == null ? "" : ", recorded")
                + (journaled ? ", in_flight" : "")
                + ") values (" + String.join(", ", values)
                + (details.recorded() == null ? "" : ", " + literal(details.recorded()))
                + (journaled ? ", " + literal(position.inFlight()) : "")
                + ")");
    }

    /** Notes how far a step is. */
    public Statement.Sql move(String revision, Position position) {
        return update(revision, position(position));
    }

    /** Notes that a step of a revision begins that the table knows already. */
    public Statement.Sql begin(String revision, Position position, String recorded) {
        return update(revision, position(position) + ", recorded = " + literal(recorded));
    }

    /** Notes that all statements of an upgrade are done. */
    public Statement.Sql complete(String revision, Details details) {
        return one(set(
                revision,
                position(Position.APPLIED) + ", checksum = " + literal(details.checksum()) + ", recorded = "
                        + literal(details.recorded()) + ", applied_at = "
                        + table.dialect().utcNow() + ", duration_ms = " + duration(details.duration())));
    }

    /** Notes that a half done revision is whole. */
    public Statement.Sql settle(String revision) {
        return update(revision, position(Position.APPLIED) + ", checksum = null, recorded = null");
    }

    /** Notes that something else counts as what was run. */
    public Statement.Sql accept(String revision, @Nullable String checksum, String recorded) {
        return update(revision, "checksum = " + literal(checksum) + ", recorded = " + literal(recorded));
    }

    /** Forgets a revision. */
    public Statement.Sql delete(String revision) {
        return one("delete from " + table.sqlName() + where(revision));
    }

    /** Some drivers count only rows that become different. */
    private Statement.Sql update(String revision, String set) {
        return new Statement.Sql(set(revision, set));
    }

    private String set(String revision, String set) {
        return "update " + table.sqlName() + " set " + set + where(revision);
    }

    private String position(Position position) {
        return "state = " + literal(position.state().text()) + ", progress = " + position.progress() + ", in_flight = "
                + literal(position.inFlight());
    }

    private String where(String revision) {
        return " where id = " + literal(revision);
    }

    private static Statement.Sql one(String text) {
        return new Statement.Sql(text, true, 1);
    }

    private static String duration(@Nullable Duration duration) {
        return duration == null ? "null" : String.valueOf(duration.toMillis());
    }

    private String literal(@Nullable Object value) {
        return table.dialect().literal(value);
    }
}
