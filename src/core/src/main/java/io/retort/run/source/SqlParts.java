package io.retort.run.source;

import io.retort.error.RetortException;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.Direction;
import io.retort.run.source.text.SqlSplitter;
import io.retort.run.source.text.SqlText;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The two parts of an SQL revision. Each keeps its place: as many empty lines stand before it as the file has lines
 * there, so that a message can name a line.
 *
 * @param up what goes forward
 * @param down what goes back
 * @param location the file, for messages
 */
record SqlParts(String up, String down, String location) {

    private static final Pattern PART = Pattern.compile("(?mi)^--[ \\t]*(upgrade|downgrade)[ \\t]*$");

    /**
     * Reads both parts, so that a slip in the way back is found before the way forward is gone.
     *
     * @throws RetortException if a part is missing or doubled, or cannot be taken apart
     */
    static SqlParts of(String source, String location) {
        List<MatchResult> heads = PART.matcher(source).results().toList();
        String up = part(source, "upgrade", heads, location);
        String down = part(source, "downgrade", heads, location);
        List<String> above =
                SqlSplitter.statements(source.substring(0, heads.get(0).start()), location);
        if (!above.isEmpty()) {
            throw wrong(location, "has a statement above its parts, which would never run: " + above.get(0));
        }
        SqlSplitter.statements(up, location);
        SqlSplitter.statements(down, location);
        return new SqlParts(up, down, location);
    }

    private static String part(String source, String name, List<MatchResult> heads, String location) {
        List<MatchResult> named = heads.stream()
                .filter(head -> head.group(1).toLowerCase(Locale.ROOT).equals(name))
                .toList();
        if (named.size() != 1) {
            throw wrong(
                    location, "must have one line \"-- " + name + "\", and has " + (named.isEmpty() ? "none" : "two"));
        }
        MatchResult head = named.get(0);
        int end = heads.stream()
                .mapToInt(MatchResult::start)
                .filter(start -> start > head.start())
                .min()
                .orElse(source.length());
        return "\n".repeat(SqlText.line(source, head.end()) - 1) + source.substring(head.end(), end);
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

        private void say(String part, Operations op) {
            said(part).forEach(op::execute);
        }

        private List<String> said(String part) {
            return SqlSplitter.statements(placeholders.fill(part), parts.location());
        }

        /** A placeholder's value may hold semicolons: then nobody can say which line made which statement. */
        @Override
        public int line(Direction direction, int operation) {
            String part = direction == Direction.UP ? parts.up() : parts.down();
            List<Integer> lines = SqlSplitter.lines(part, parts.location());
            return lines.size() == said(part).size() ? 1 + lines.get(operation) : 0;
        }
    }
}
