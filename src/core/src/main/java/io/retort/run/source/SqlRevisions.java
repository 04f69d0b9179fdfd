package io.retort.run.source;

import io.retort.revision.RevisionInfo;
import java.util.Map;

/**
 * Revisions that are SQL files: a header of {@code -- name: value} lines, then the parts {@code -- upgrade} and
 * {@code -- downgrade}, each of statements that end with a semicolon.
 */
public final class SqlRevisions {

    private SqlRevisions() {}

    /**
     * Reads one file.
     *
     * @param content its bytes, text in UTF-8
     * @throws RetortException if they are not, or the header is not that of a revision
     */
    public static RevisionCode parse(byte[] content, String location, Map<String, String> placeholders) {
        return parse(FileEncoding.decode(content, location), location, placeholders);
    }

    /**
     * Reads one file. Its statements are taken apart only when a step runs it.
     *
     * @param text what the file says
     * @param location where it is, for messages
     * @param placeholders the values that {@code ${name}} stands for
     * @throws RetortException if the header is not that of a revision
     */
    public static RevisionCode parse(String text, String location, Map<String, String> placeholders) {
        String source = SourceText.of(text, location);
        SqlHeader header = SqlHeader.parse(source, location);
        RevisionInfo info = header.info();
        RevisionCode.requireIdInName(info, location.substring(location.lastIndexOf('/') + 1));
        Placeholders values = new Placeholders(placeholders, location);
        return new RevisionCode(info, () -> new SqlFile(source, location, values), header.phase());
    }
}
