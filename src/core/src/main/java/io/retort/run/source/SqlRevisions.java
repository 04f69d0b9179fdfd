package io.retort.run.source;

import io.retort.error.RetortException;
import io.retort.migration.Operations;
import io.retort.revision.Direction;
import io.retort.revision.RevisionInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Revisions that are SQL files: a header of {@code -- name: value} lines, then the parts {@code -- upgrade} and
 * {@code -- downgrade}, each of statements that end with a semicolon.
 */
public final class SqlRevisions {

    private static final Pattern PART = Pattern.compile("(?mi)^--[ \\t]*(upgrade|downgrade)[ \\t]*$");

    private SqlRevisions() {}

    /**
     * Reads one file. Its statements are taken apart only when a step runs it.
     *
     * @param text what the file says
     * @param location where it is, for messages
     * @param placeholders the values that {@code ${name}} stands for
     * @throws RetortException if the header is not that of a revision
     */
    public static RevisionCode parse(String text, String location, Map<String, String> placeholders) {
        String source = text.replace("\r\n", "\n").replace("\uFEFF", "");
        SqlHeader header = SqlHeader.parse(source, location);
        RevisionInfo info = header.info();
        RevisionCode.requireIdInName(info, location.substring(location.lastIndexOf('/') + 1));
        Placeholders values = new Placeholders(placeholders, location);
        return new RevisionCode(
                info,
                () -> new Script(part(source, "upgrade", location), part(source, "downgrade", location), values),
                header.phase());
    }

    private static Part part(String source, String name, String location) {
        List<MatchResult> heads = PART.matcher(source).results().toList();
        List<String> names = heads.stream()
                .map(head -> head.group(1).toLowerCase(Locale.ROOT))
                .toList();
        int place = names.indexOf(name);
        if (place < 0 || names.size() > 2 || place != names.lastIndexOf(name)) {
            throw new RetortException(
                    "The revision in " + location + " must have one line \"-- " + name + "\".",
                    "Put \"-- upgrade\" before the statements that go forward and \"-- downgrade\" before those that go"
                            + " back; a part may be empty.");
        }
        int start = heads.get(place).end();
        int end = place + 1 < heads.size() ? heads.get(place + 1).start() : source.length();
        return new Part(
                source.substring(start, end),
                1
                        + (int) source.substring(0, start)
                                .chars()
                                .filter(c -> c == '\n')
                                .count());
    }

    /**
     * One direction of a file.
     *
     * @param line the line on which its text begins
     */
    private record Part(String text, int line) {

        void say(Operations op, Placeholders placeholders) {
            SqlSplitter.statements(placeholders.fill(text)).forEach(op::execute);
        }

        /** A placeholder's value may hold semicolons: then nobody can say which line made which statement. */
        int line(int statement, Placeholders placeholders) {
            List<Integer> lines = SqlSplitter.lines(text);
            int said = SqlSplitter.statements(placeholders.fill(text)).size();
            return lines.size() == said ? line + lines.get(statement) : 0;
        }
    }

    /** A migration that says each statement of a file. */
    private record Script(Part up, Part down, Placeholders placeholders) implements LinedMigration {

        @Override
        public void upgrade(Operations op) {
            up.say(op, placeholders);
        }

        @Override
        public void downgrade(Operations op) {
            down.say(op, placeholders);
        }

        @Override
        public int line(Direction direction, int operation) {
            return (direction == Direction.UP ? up : down).line(operation, placeholders);
        }
    }
}
