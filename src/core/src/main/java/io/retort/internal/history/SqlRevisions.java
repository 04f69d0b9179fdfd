package io.retort.internal.history;

import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import java.util.Map;

/**
 * Revisions that are SQL files: a header of {@code -- name: value} lines, then the parts {@code -- upgrade} and
 * {@code -- downgrade} with statements that end with a semicolon.
 */
public final class SqlRevisions {

    private SqlRevisions() {}

    /**
     * Parses a file.
     *
     * @param content the bytes, in UTF-8
     * @param location the location, for messages; its last part must contain the id
     * @param placeholders the values of {@code ${name}}, by name
     * @throws io.retort.error.RetortException if the file is not UTF-8, or its header is invalid
     */
    public static RevisionCode parse(byte[] content, String location, Map<String, String> placeholders) {
        return parse(FileEncoding.decode(content, location), location, placeholders);
    }

    /**
     * Parses a file. Its statements are split only when a step needs them.
     *
     * @param text the text
     * @param location the location, for messages; its last part must contain the id
     * @param placeholders the values of {@code ${name}}, by name
     * @throws io.retort.error.RetortException if the header is invalid
     */
    public static RevisionCode parse(String text, String location, Map<String, String> placeholders) {
        String source = SourceText.of(text, location);
        SqlHeader header = SqlHeader.parse(source, location);
        RevisionInfo info = header.info();
        header.located("revision", () -> {
            RevisionCode.requireIdInName(info, location.substring(location.lastIndexOf('/') + 1));
            return info;
        });
        Placeholders values = new Placeholders(placeholders, location);
        return new RevisionCode(info, () -> new SqlFile(source, location, values), header.phase());
    }
}
