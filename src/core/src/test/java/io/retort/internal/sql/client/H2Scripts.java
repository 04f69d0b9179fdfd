package io.retort.internal.sql.client;

import io.retort.internal.sql.client.GeneratedScript.Piece;

/** Scripts for H2's {@code RunScript} and for HSQLDB's SqlTool. */
final class H2Scripts extends ScriptGenerator {

    private final boolean h2;

    H2Scripts(ScriptDraw draw, String name, boolean h2) {
        super(draw, name);
        this.h2 = h2;
    }

    /** H2's script runner takes a brace for a JDBC escape. */
    @Override
    String content() {
        return super.content().replace("{", "");
    }

    @Override
    boolean skipsEmptyStatements() {
        return h2;
    }

    @Override
    void begin() {
        add("create", "table", table(), "(", "id", "int", ",", "v", "varchar(400)", ")");
    }

    @Override
    void statement() {
        switch (draw.below(h2 ? 7 : 9)) {
            case 0, 1, 2 ->
                add(
                        "insert",
                        "into",
                        table(),
                        "values",
                        "(",
                        draw.of(number(), "5 --1;\n", "7 /* ; */", h2 ? "- -3" : "-(-3)"),
                        ",",
                        draw.of(string(), string() + " || " + string()),
                        ")");
            case 3 ->
                add(
                        "create",
                        "view",
                        fresh("v"),
                        "as",
                        "select",
                        string(),
                        "as",
                        "\"a;b\"",
                        ",",
                        "case",
                        "when",
                        "1=1",
                        "then",
                        string(),
                        "end",
                        "as",
                        "c",
                        "from",
                        table());
            case 4 -> quotedTable();
            case 7, 8 -> routine();
            case 5 -> add("comment", "on", "table", table(), "is", string());
            default ->
                add(
                        "update", table(), "set", "v", "=", "case", "when", "id", ">", "5", "then", string(), "else",
                        "v", "end");
        }
    }

    /** For HSQLDB. SqlTool sends a whole routine between a line with {@code \\.} and one with {@code .;}. */
    private void routine() {
        String procedure = fresh("p");
        String text = joined(
                "create",
                "procedure",
                procedure,
                "(",
                ")",
                "modifies",
                "sql",
                "data",
                "begin",
                "atomic",
                "declare",
                "x",
                "int",
                ";",
                "set",
                "x",
                "=",
                "case",
                "when",
                "1=1",
                "then",
                "1",
                "else",
                "2",
                "end",
                ";",
                "if",
                "x",
                "=",
                "1",
                "then",
                "insert",
                "into",
                table(),
                "values",
                "(",
                "x",
                ",",
                string(),
                ")",
                ";",
                "else",
                "delete",
                "from",
                table(),
                ";",
                "end",
                "if",
                ";",
                "while",
                "x",
                "<",
                "3",
                "do",
                "set",
                "x",
                "=",
                "x",
                "+",
                "1",
                ";",
                "insert",
                "into",
                table(),
                "values",
                "(",
                "x",
                ",",
                string(),
                ")",
                ";",
                "end",
                "while",
                ";",
                "end");
        pieces.add(new Piece("\n\\.\n" + text + "\n.;\n", text + draw.of(";", ";\n", "\n;")));
        add("call", procedure, "(", ")");
    }

    private void quotedTable() {
        String other = "\"" + fresh("q") + draw.of(";", "--", "'", "\\", "/*", "$$", " begin ", "//") + "\"";
        add("create", "table", other, "(", "\"a;b\"", "varchar(400)", ")");
        add("insert", "into", other, "values", "(", string(), ")");
    }

    @Override
    String string() {
        String content = content();
        return switch (draw.below(4)) {
            case 0 ->
                !h2 || content.contains("$$") || content.endsWith("$")
                        ? standardString(content)
                        : " $$" + content + "$$";
            case 1 -> "U&'" + content.replace("\\", "\\\\").replace("'", "''") + "'";
            default -> standardString(content);
        };
    }

    /**
     * H2's script runner misses the end of a comment after two asterisks, although H2 does not. SqlTool does not
     * support {@code //}.
     */
    @Override
    String comment() {
        return switch (draw.below(5)) {
            case 0 -> "-- " + remark() + "\n";
            case 1 -> "--" + remark() + "\n";
            case 2 -> (h2 ? "//" : "--;") + remark() + "\n";
            case 3 -> !h2 ? "/* /* */" : "/* " + remark() + " /* " + remark() + " */ " + remark() + " */";
            default -> "/*" + remark() + "*/";
        };
    }
}
