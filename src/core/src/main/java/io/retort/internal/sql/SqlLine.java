package io.retort.internal.sql;

import io.retort.sql.SqlSyntax;

/** Renders a statement on one line for lists and messages, without its comments. */
public final class SqlLine {

    private static final int LONGEST = 200;

    private SqlLine() {}

    /** Returns the beginning of a statement: at most 200 characters, with three dots where it is cut off. */
    public static String of(String sql) {
        StringBuilder line = new StringBuilder();
        int end = 0;
        for (SqlToken token : SqlToken.first(sql, SqlSyntax.STANDARD, LONGEST)) {
            if (token.start() > end && !line.isEmpty()) {
                line.append(' ');
            }
            line.append(token.text().replaceAll("\\s*\\R\\s*", " "));
            end = token.end();
            if (line.length() > LONGEST) {
                break;
            }
        }
        return line.length() <= LONGEST ? line.toString() : cut(line);
    }

    private static String cut(StringBuilder line) {
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end) + "...";
    }
}
