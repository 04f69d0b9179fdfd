package io.retort.internal.history;

import io.retort.error.FailureLocation;
import io.retort.error.RetortException;
import io.retort.internal.sql.ScriptStatement;
import io.retort.internal.sql.SqlSplitter;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The two parts of an SQL revision, as one product reads them.
 *
 * @param up the upgrade
 * @param down the downgrade
 */
record SqlParts(DirectionPart up, DirectionPart down) {

    private static final String UPGRADE = "upgrade";
    private static final String DOWNGRADE = "downgrade";

    /**
     * One part.
     *
     * @param text the text in the file
     * @param offset its position in the file
     * @param statements the statements of the text, with placeholders; positions are those in the file
     * @param means the lines that declare what the statements do to the schema; positions are those in the file
     * @param waivers the lines that accept lint findings; positions are those in the file
     * @param backfills the lines above statements that run in batches; positions are those in the file
     */
    record DirectionPart(
            String text,
            int offset,
            List<ScriptStatement> statements,
            MeansLines means,
            WaiverLines waivers,
            BackfillLines backfills) {}

    /**
     * Parses both parts, so that an error in the downgrade is found before the upgrade runs.
     *
     * @throws RetortException if a part is missing, occurs twice or cannot be split
     */
    static SqlParts of(String source, SqlSyntax syntax, String location) {
        SqlSplitter.Script script = SqlSplitter.script(source, syntax, Set.of(UPGRADE, DOWNGRADE), location);
        requireOne(UPGRADE, source, script, location);
        requireOne(DOWNGRADE, source, script, location);
        for (ScriptStatement statement : script.statements()) {
            if (statement.section().isEmpty()) {
                throw wrong(
                        location,
                        SqlSplitter.line(source, statement.start()),
                        "has a statement above its sections, which would never run: " + statement.text());
            }
        }
        MeansLines.in("", script)
                .requireNone(source, location, "above its parts", "Move it below the statement that it describes.");
        WaiverLines.in("", script)
                .requireNone(
                        FilePlaces.of(source, location),
                        "above its parts",
                        "Move it above the statement that it is about.");
        BackfillLines.in("", script)
                .requireNone(
                        FilePlaces.of(source, location),
                        "above the parts of the file",
                        "Move it above the update that it is about.");
        DirectionPart down = part(DOWNGRADE, source, script);
        down.means()
                .requireNone(
                        source,
                        location,
                        "in its downgrade",
                        "Remove it: the lines of the upgrade declare both directions.");
        down.waivers()
                .requireNone(
                        FilePlaces.of(source, location),
                        "in its downgrade",
                        "Remove it: lint rules are about the upgrade.");
        return new SqlParts(part(UPGRADE, source, script), down);
    }

    private static void requireOne(String name, String source, SqlSplitter.Script script, String location) {
        List<Integer> ends = new ArrayList<>();
        for (Map.Entry<Integer, String> section : script.sections().entrySet()) {
            if (section.getValue().equals(name)) {
                ends.add(section.getKey());
            }
        }
        if (ends.size() != 1) {
            int end = ends.isEmpty() ? source.stripTrailing().length() : ends.get(1);
            throw wrong(
                    location,
                    SqlSplitter.line(source, end),
                    "must have one line \"-- " + name + "\", and has " + (ends.isEmpty() ? "none" : "two"));
        }
    }

    private static DirectionPart part(String name, String source, SqlSplitter.Script script) {
        int begin = 0;
        int end = source.length();
        for (Map.Entry<Integer, String> section : script.sections().entrySet()) {
            if (section.getValue().equals(name)) {
                begin = section.getKey();
            } else if (begin > 0 && section.getKey() > begin) {
                end = section.getKey();
            }
        }
        List<ScriptStatement> statements = new ArrayList<>();
        for (ScriptStatement statement : script.statements()) {
            if (statement.section().equals(name)) {
                statements.add(statement);
            }
        }
        return new DirectionPart(
                source.substring(begin, end),
                begin,
                statements,
                MeansLines.in(name, script),
                WaiverLines.in(name, script),
                BackfillLines.in(name, script));
    }

    private static RetortException wrong(String location, int line, String what) {
        return new RetortException(
                        "The revision in " + location + " " + what + ".",
                        "Put \"-- upgrade\" before the statements of the upgrade and \"-- downgrade\" before those of the"
                                + " downgrade. A section can be empty.")
                .at(FailureLocation.inFile(location, line));
    }
}
