package io.retort.run.source;

import io.retort.error.RetortException;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private static String part(String source, String name, String location) {
        String[] parts = PART.split(source);
        List<String> names = PART.matcher(source)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .toList();
        if (names.indexOf(name) < 0 || names.size() > 2 || names.indexOf(name) != names.lastIndexOf(name)) {
            throw new RetortException(
                    "The revision in " + location + " must have one line \"-- " + name + "\".",
                    "Put \"-- upgrade\" before the statements that go forward and \"-- downgrade\" before those that go"
                            + " back; a part may be empty.");
        }
        return parts[names.indexOf(name) + 1];
    }

    /** A migration that says each statement of a file. */
    private record Script(String up, String down, Placeholders placeholders) implements Migration {

        @Override
        public void upgrade(Operations op) {
            SqlSplitter.statements(placeholders.fill(up)).forEach(op::execute);
        }

        @Override
        public void downgrade(Operations op) {
            SqlSplitter.statements(placeholders.fill(down)).forEach(op::execute);
        }
    }
}
