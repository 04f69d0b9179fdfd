package io.retort.run.source;

import io.retort.error.RetortException;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.Direction;
import io.retort.run.source.text.SqlSplitter;
import io.retort.run.source.text.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two parts of an SQL revision. Each keeps its place in the file, so that a message can name a line.
 *
 * @param up what goes forward
 * @param down what goes back
 * @param location the file, for messages
 */
record SqlParts(Part up, Part down, String location) {

    private static final Pattern HEAD = Pattern.compile("(?mi)^--[ \\t]*(upgrade|downgrade)[ \\t]*$");

    /**
     * One direction.
     *
     * @param text as the file says it, below as many empty lines as stand above it there
     * @param statements what the text holds while no placeholder is filled
     */
    record Part(String text, List<String> statements) {}

    /**
     * Reads both parts, so that a slip in the way back is found before the way forward is gone.
     *
     * @throws RetortException if a part is missing or doubled, or cannot be taken apart
     */
    static SqlParts of(String source, String location) {
        List<MatchResult> heads = heads(source);
        String up = text(source, only("upgrade", heads, location), heads);
        String down = text(source, only("downgrade", heads, location), heads);
        List<String> above =
                SqlSplitter.statements(source.substring(0, heads.get(0).start()), location);
        if (!above.isEmpty()) {
            throw wrong(location, "has a statement above its parts, which would never run: " + above.get(0));
        }
        return new SqlParts(
                new Part(up, SqlSplitter.statements(up, location)),
                new Part(down, SqlSplitter.statements(down, location)),
                location);
    }

    private static List<MatchResult> heads(String source) {
        List<MatchResult> heads = new ArrayList<>();
        Matcher matcher = HEAD.matcher(source);
        while (matcher.find()) {
            heads.add(matcher.toMatchResult());
        }
        return heads;
    }

    /** The place among the heads of the only one with this name. */
    private static int only(String name, List<MatchResult> heads, String location) {
        int found = -1;
        for (int i = 0; i < heads.size(); i++) {
            if (heads.get(i).group(1).equalsIgnoreCase(name)) {
                if (found >= 0) {
                    throw wrong(location, "must have one line \"-- " + name + "\", and has two");
                }
                found = i;
            }
        }
        if (found < 0) {
            throw wrong(location, "must have one line \"-- " + name + "\", and has none");
        }
        return found;
    }

    private static String text(String source, int at, List<MatchResult> heads) {
        int begin = heads.get(at).end();
        int end = at + 1 < heads.size() ? heads.get(at + 1).start() : source.length();
        return "\n".repeat(SqlText.line(source, begin) - 1) + source.substring(begin, end);
    }

    Migration migration(Placeholders placeholders) {
        return new Script(this, placeholders);
    }

    private static RetortException wrong(String location, String what) {
        return new RetortException(
                "The revision in " + location + " " + what + ".",
                "Put \"-- upgrade\" before the statements that go forward and \"-- downgrade\" before those that go"
                        + " back; a part may be empty.");
    }

    /** A migration that says each statement of a file. */
    private record Script(SqlParts parts, Placeholders placeholders) implements LinedMigration {

        @Override
        public void upgrade(Operations op) {
            say(parts.up(), op);
        }

        @Override
        public void downgrade(Operations op) {
            say(parts.down(), op);
        }

        private void say(Part part, Operations op) {
            for (String statement : said(part)) {
                op.execute(statement);
            }
        }

        private List<String> said(Part part) {
            String filled = placeholders.fill(part.text());
            return filled.equals(part.text()) ? part.statements() : SqlSplitter.statements(filled, parts.location());
        }

        /** A placeholder's value may hold semicolons: then nobody can say which line made which statement. */
        @Override
        public int line(Direction direction, int operation) {
            Part part = direction == Direction.UP ? parts.up() : parts.down();
            List<Integer> lines = SqlSplitter.lines(part.text(), parts.location());
            return lines.size() == said(part).size() ? 1 + lines.get(operation) : 0;
        }
    }
}
