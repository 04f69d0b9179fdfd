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
    private final StringBuilder current = new StringBuilder();
    private String lastWord = "";
    private int depth;

    private SqlSplitter() {}

    static List<String> statements(String sql) {
        SqlSplitter splitter = new SqlSplitter();
        Matcher matcher = TOKEN.matcher(sql);
        while (matcher.find()) {
            splitter.take(matcher);
        }
        splitter.finish();
        return List.copyOf(splitter.statements);
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
        }
        current.setLength(0);
        depth = 0;
    }
}
