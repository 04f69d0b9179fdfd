package io.retort.internal.sql.client;

/** Scripts for sqlite3. */
final class SqliteScripts extends ScriptGenerator {

    SqliteScripts(ScriptDraw draw, String name) {
        super(draw, name);
    }

    @Override
    void begin() {
        add("create", "table", table(), "(", "id", "int", ",", "v", "text", ")");
    }

    @Override
    void statement() {
        switch (draw.below(9)) {
            case 0, 1, 2 ->
                add(
                        "insert",
                        "into",
                        table(),
                        "values",
                        "(",
                        draw.of(number(), "5 --1;\n", "7 /* ; */", "- -3"),
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
                        "[a;b]",
                        ",",
                        "case",
                        "when",
                        "1",
                        "then",
                        string(),
                        "end",
                        "as",
                        "`c;d`",
                        "from",
                        table());
            case 4 -> quotedTable();
            case 5 ->
                add(
                        "update", table(), "set", "v", "=", "case", "when", "id", ">", "5", "then", string(), "else",
                        "v", "end");
            default -> trigger();
        }
    }

    private void quotedTable() {
        String quotes = draw.of("\"\"", "``", "[]");
        String other =
                quotes.charAt(0) + fresh("q") + draw.of(";", "--", "'", "\\", "/*", "$$", " begin ") + quotes.charAt(1);
        add("create", "table", other, "(", "[a;b]", "text", ")");
        add("insert", "into", other, "values", "(", string(), ")");
    }

    private void trigger() {
        String other = fresh("u");
        add("create", "table", other, "(", "id", "int", ",", "v", "text", ",", "\"end\"", "int", ")");
        add(
                "create",
                draw.of("", "temp"),
                "trigger",
                draw.of("", "if not exists"),
                fresh("r"),
                draw.of("before", "after", ""),
                "insert",
                "on",
                other,
                draw.of("", "for each row"),
                draw.of("", "when case when 1 then 1 else 0 end"),
                "begin",
                "insert",
                "into",
                table(),
                "values",
                "(",
                number(),
                ",",
                string(),
                ")",
                ";",
                "update",
                table(),
                "set",
                "v",
                "=",
                "case",
                "id",
                "when",
                "1",
                "then",
                "case",
                "when",
                "0",
                "then",
                "'a;'",
                "else",
                string(),
                "end",
                "else",
                "v",
                "end",
                ";",
                draw.of("", "insert into " + other + " (id, end) select 3, new.end where new.id > 50;"),
                "end");
        add("insert", "into", other, "values", "(", draw.of("1", "60"), ",", string(), ",", "1", ")");
    }

    @Override
    String string() {
        return standardString(content());
    }

    @Override
    String comment() {
        return switch (draw.below(3)) {
            case 0 -> "-- " + remark() + "\n";
            case 1 -> "--" + remark() + "\n";
            default -> "/*" + remark() + draw.of(" /* ", "") + remark() + " */";
        };
    }
}
