package io.retort.run.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes SQL text apart at the semicolons that end statements: not those in strings, quoted names, comments, PostgreSQL's
 * dollar quotes, or the body of a routine between {@code begin atomic} and {@code end}.
 *
 * <p>Comments before a statement are left out, those inside it are kept.
 */
final class SqlSplitter {

    private static final Pattern TOKEN = Pattern.compile("(?s)(?<comment>--[^\\n]*|/\\*.*?(?:\\*/|$))"
            + "|(?<text>'[^']*+(?:''[^']*+)*+(?:'|$)|\"[^\"]*+(?:\"\"[^\"]*+)*+(?:\"|$)|`[^`]*+(?:`|$))"
            + "|(?<dollar>(\\$(?:[A-Za-z_][A-Za-z0-9_]*)?\\$).*?(?:\\4|$))"
            + "|(?<end>;)"
            + "|(?<word>[A-Za-z_][A-Za-z0-9_$]*)"
            + "|(?<space>\\s+)"
            + "|(?<other>.)");

    private final List<String> statements = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private String lastWord = "";
    private int depth;
    private int start;

    private SqlSplitter() {}

    static List<String> statements(String sql) {
        return List.copyOf(split(sql).statements);
    }

    /** How many line ends stand before each statement. */
    static List<Integer> lines(String sql) {
        List<Integer> lines = new ArrayList<>();
        int line = 0;
        int position = 0;
        for (int start : split(sql).starts) {
            line += (int) sql.substring(position, start)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            position = start;
            lines.add(line);
        }
        return lines;
    }

    private static SqlSplitter split(String sql) {
        SqlSplitter splitter = new SqlSplitter();
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            splitter.take(matcher);
        }
        splitter.finish();
        return splitter;
    }

    private void take(Matcher token) {
        boolean blank = token.group("comment") != null || token.group("space") != null;
        if (blank && current.isEmpty()) {
            return;
        }
        if (token.group("end") != null && depth == 0) {
            finish();
            return;
        }
        if (token.group("word") != null) {
            word(token.group());
        }
        if (current.isEmpty()) {
            start = token.start();
        }
        current.append(token.group());
    }

    private void word(String word) {
        if (word.equalsIgnoreCase("atomic") && lastWord.equalsIgnoreCase("begin")) {
            depth++;
        } else if (depth > 0 && word.equalsIgnoreCase("case")) {
            depth++;
        } else if (depth > 0 && word.equalsIgnoreCase("end")) {
            depth--;
        }
        lastWord = word;
    }

    private void finish() {
        String statement = current.toString().strip();
        if (!statement.isEmpty()) {
            statements.add(statement);
            starts.add(start);
        }
        current.setLength(0);
        depth = 0;
    }
}
