package io.retort.internal.history;

import io.retort.error.FailureLocation;
import io.retort.error.RetortException;
import io.retort.internal.declaration.OperationReader;
import io.retort.internal.declaration.SourcePlaces;
import io.retort.internal.sql.ScriptComment;
import io.retort.internal.sql.ScriptStatement;
import io.retort.internal.sql.SqlSplitter;
import io.retort.internal.sql.UpdateStatement;
import io.retort.migration.Operations;
import io.retort.operation.Batches;
import io.retort.operation.DataOperation;
import io.retort.operation.Fill;
import io.retort.sql.SqlSyntax;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The {@code -- backfill} lines of a part of an SQL revision. The {@code update} below one runs in batches.
 *
 * @param first the number of statements of the script before the part
 * @param lines the lines, in order
 */
record BackfillLines(int first, List<ScriptComment> lines) {

    private static final String WORD = "backfill";

    /** A call whose last argument is read from the line. */
    private static final String CALL = "backfill(\"t\", set(\"c\", \"c\").where(\"c\"), ";

    static BackfillLines in(String section, SqlSplitter.Script script) {
        int first = 0;
        while (first < script.statements().size()
                && !script.statements().get(first).section().equals(section)) {
            first++;
        }
        return new BackfillLines(
                first,
                script.comments().stream()
                        .filter(comment -> comment.section().equals(section) && isBackfill(comment.text()))
                        .toList());
    }

    /** Other comments can begin with the same word. */
    private static boolean isBackfill(String text) {
        String word = text.contains(":") ? text.substring(0, text.indexOf(':')) : text;
        return word.strip().equalsIgnoreCase(WORD);
    }

    /** @throws RetortException if there is a line */
    void requireNone(SourcePlaces place, String where, String action) {
        if (!lines.isEmpty()) {
            throw wrong(place, lines.get(0), where, action);
        }
    }

    /**
     * Returns the backfill of a statement; empty if no line is above it.
     *
     * @param index the index of the statement in the part
     * @param statements the statements of the part
     * @param syntax how the database reads them
     * @param place describes a position in the text, as the subject of a sentence
     * @throws RetortException if a line is not above a statement, or the statement cannot run in batches
     */
    Optional<Consumer<Operations>> of(
            int index, List<ScriptStatement> statements, SqlSyntax syntax, SourcePlaces place) {
        for (ScriptComment line : lines) {
            int below = line.statements() - first;
            if (line.trailing() || line.inside() || below >= statements.size()) {
                throw wrong(place, line, "that is not above a statement", "Move it above the update that it is about.");
            }
            if (below == index) {
                Consumer<Operations> backfill =
                        backfill(line, statements.get(index).text(), syntax, place);
                return Optional.of(backfill);
            }
        }
        return Optional.empty();
    }

    private static Consumer<Operations> backfill(ScriptComment line, String sql, SqlSyntax syntax, SourcePlaces place) {
        UpdateStatement update = UpdateStatement.read(sql, syntax)
                .orElseThrow(() -> wrong(
                        place,
                        line,
                        "above a statement that cannot run in batches",
                        "Write it as: update customer set email = lower(mail) where email is null. It has one table without"
                                + " an alias, and a condition that a filled row does not meet."));
        Fill fill = new Fill(
                update.assignments().stream()
                        .map(each -> new Fill.Assignment(each.column(), each.expression()))
                        .toList(),
                update.where());
        Batches batches = batches(line, place);
        return op -> op.backfill(update.table().toString(), fill, batches);
    }

    private static Batches batches(ScriptComment line, SourcePlaces place) {
        int colon = line.text().indexOf(':');
        if (colon < 0) {
            return Batches.STANDARD;
        }
        String value = line.text().substring(colon + 1).strip();
        return OperationReader.read(CALL + value + ")", at(place, line)).stream()
                .filter(DataOperation.Backfill.class::isInstance)
                .map(DataOperation.Backfill.class::cast)
                .filter(read -> read.undo() == null)
                .map(DataOperation.Backfill::batches)
                .findFirst()
                .orElseThrow(() -> wrong(
                        place,
                        line,
                        "with something else than batches()",
                        "Write for example: -- backfill: batches().rows(2000)"));
    }

    private static SourcePlaces at(SourcePlaces place, ScriptComment line) {
        return new SourcePlaces() {
            @Override
            public String describe(int offset) {
                return place.describe(line.start());
            }

            @Override
            public FailureLocation location(int offset) {
                return place.location(line.start());
            }
        };
    }

    private static RetortException wrong(SourcePlaces place, ScriptComment line, String where, String action) {
        return new RetortException(place.describe(line.start()) + " has a line \"-- backfill\" " + where + ".", action)
                .at(place.location(line.start()));
    }
}
