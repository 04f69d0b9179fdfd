package io.retort.internal.history;

import io.retort.error.FailureLocation;
import io.retort.error.RetortException;
import io.retort.internal.declaration.OperationReader;
import io.retort.internal.declaration.SourcePlaces;
import io.retort.internal.sql.ScriptComment;
import io.retort.internal.sql.ScriptStatement;
import io.retort.internal.sql.SqlSplitter;
import io.retort.migration.Operations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The {@code -- means:} lines of a part of an SQL revision. The lines after a statement are one block. It declares what the
 * statements above it do to the schema, up to the previous block or an empty line.
 *
 * @param section the name of the part
 * @param first the number of statements of the script before the part
 * @param lines the lines, in order
 */
record MeansLines(String section, int first, List<ScriptComment> lines) {

    private static final String WORD = "means";

    private static final Consumer<Operations> NOTHING = op -> {};

    static MeansLines in(String section, SqlSplitter.Script script) {
        int first = 0;
        while (first < script.statements().size()
                && !script.statements().get(first).section().equals(section)) {
            first++;
        }
        return new MeansLines(
                section,
                first,
                script.comments().stream()
                        .filter(comment -> comment.section().equals(section) && isMeans(comment))
                        .toList());
    }

    private static boolean isMeans(ScriptComment comment) {
        int colon = comment.text().indexOf(':');
        return colon >= WORD.length()
                && comment.text().substring(0, colon).strip().equalsIgnoreCase(WORD);
    }

    /** @throws RetortException if there is a line */
    void requireNone(String source, String location, String where, String action) {
        if (!lines.isEmpty()) {
            throw wrong(FilePlaces.of(source, location), lines.get(0), where, action);
        }
    }

    /**
     * Returns what each statement of the part does to the schema: no value if it is not declared.
     *
     * @param text the text of the positions
     * @param statements the statements of the part
     * @param place describes a position in the text, as the subject of a sentence
     * @throws RetortException if a line cannot be read, or is not below a statement
     */
    List<Optional<Consumer<Operations>>> declared(String text, List<ScriptStatement> statements, SourcePlaces place) {
        List<Optional<Consumer<Operations>>> declared =
                new ArrayList<>(Collections.nCopies(statements.size(), Optional.empty()));
        for (Map.Entry<Integer, List<ScriptComment>> block : blocks(place).entrySet()) {
            int last = block.getKey();
            declared.set(last, Optional.of(read(block.getValue(), place)));
            for (int i = last - 1; i >= 0 && belongsToNext(text, statements, declared, i); i--) {
                declared.set(i, Optional.of(NOTHING));
            }
        }
        return declared;
    }

    private static boolean belongsToNext(
            String text, List<ScriptStatement> statements, List<Optional<Consumer<Operations>>> declared, int i) {
        String between =
                text.substring(statements.get(i).end(), statements.get(i + 1).start());
        return declared.get(i).isEmpty() && !hasEmptyLine(between);
    }

    private static boolean hasEmptyLine(String between) {
        String[] lines = between.split("\n", -1);
        for (int i = 1; i < lines.length - 1; i++) {
            if (lines[i].isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** The lines by the index of the statement above them. */
    private NavigableMap<Integer, List<ScriptComment>> blocks(SourcePlaces place) {
        NavigableMap<Integer, List<ScriptComment>> blocks = new TreeMap<>();
        for (ScriptComment line : lines) {
            if (line.inside()) {
                throw wrong(
                        place,
                        line,
                        "inside a statement",
                        "Move it below the end of the statement, which is a semicolon or GO.");
            }
            if (line.statements() <= first) {
                throw wrong(
                        place, line, "without a statement above it", "Move it below the statement that it describes.");
            }
            blocks.computeIfAbsent(line.statements() - first - 1, index -> new ArrayList<>())
                    .add(line);
        }
        return blocks;
    }

    private static Consumer<Operations> read(List<ScriptComment> lines, SourcePlaces place) {
        StringBuilder text = new StringBuilder();
        NavigableMap<Integer, ScriptComment> offsets = new TreeMap<>();
        for (ScriptComment line : lines) {
            offsets.put(text.length(), line);
            text.append(line.text(), line.text().indexOf(':') + 1, line.text().length())
                    .append('\n');
        }
        return OperationReader.schemaChanges(text.toString(), new SourcePlaces() {
            @Override
            public String describe(int offset) {
                return place.describe(offsets.floorEntry(offset).getValue().start());
            }

            @Override
            public FailureLocation location(int offset) {
                return place.location(offsets.floorEntry(offset).getValue().start());
            }
        });
    }

    private static RetortException wrong(SourcePlaces place, ScriptComment line, String where, String action) {
        return new RetortException(place.describe(line.start()) + " has \"-- means:\" " + where + ".", action)
                .at(place.location(line.start()));
    }
}
