package io.retort.internal.sql.client;

import io.retort.internal.sql.client.GeneratedScript.Piece;
import java.util.List;

/** Scripts for psql. */
final class PostgresScripts extends ScriptGenerator {

    private static final List<String> TAGS = List.of("", "a", "body", "é", "_x1", "日本");

    private final boolean conformingAtFirst;
    private boolean conforming;

    PostgresScripts(ScriptDraw draw, String name, boolean conforming) {
        super(draw, name);
        this.conformingAtFirst = conforming;
        this.conforming = conforming;
    }

    @Override
    void begin() {
        add("create", "table", table(), "(", "id", "int", ",", "v", "text", ")");
    }

    @Override
    void end() {
        if (conforming != conformingAtFirst) {
            mode(conformingAtFirst);
        }
    }

    /** psql reads the rest of a line as it has read the beginning. */
    private void mode(boolean on) {
        add(
                "set",
                draw.of("standard_conforming_strings", "session standard_conforming_strings"),
                draw.of("=", "to"),
                on ? draw.of("on", "'on'", "true") : draw.of("off", "'off'", "false"));
        pieces.add(new Piece("\n"));
        conforming = on;
    }

    @Override
    void statement() {
        switch (draw.below(15)) {
            case 0, 1, 2 -> insert();
            case 3 -> commentedOut();
            case 4 -> rule();
            case 5 -> atomicFunction();
            case 6 -> atomicProcedure();
            case 7 -> body();
            case 8 -> add("do", quoted(" begin insert into " + table() + " values (1, 'a;b'); end "));
            case 9 -> mode(!conforming);
            case 10 -> view();
            case 11 -> add("comment", "on", "table", table(), "is", string());
            case 12 -> quotedTable();
            case 13 ->
                add(
                        "update", table(), "set", "v", "=", "case", "when", "id", ">", "5", "then", string(), "else",
                        "v", "end");
            default -> continued();
        }
    }

    private void insert() {
        add(
                "insert",
                "into",
                table(),
                "values",
                "(",
                draw.of(number(), "5 -- 1;\n - 1", "7 * /* ; */ 2", "- -3"),
                ",",
                draw.of(string(), string() + " || " + string(), "(array[" + string() + "])[1]"),
                ")");
    }

    private void commentedOut() {
        pieces.add(new GeneratedScript.Piece(
                "/* off: /* old */ drop table " + table() + "; -- */" + draw.of("", "\n", " ")));
    }

    private void rule() {
        String other = fresh("u");
        add("create", "table", other, "(", "id", "int", ",", "v", "text", ")");
        add(
                "create",
                "rule",
                fresh("r"),
                "as",
                "on",
                "insert",
                "to",
                other,
                "do",
                draw.of("also", "instead"),
                "(",
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
                string(),
                "where",
                "id",
                "=",
                number(),
                ")");
        add("insert", "into", other, "values", "(", "1", ",", string(), ")");
    }

    private void atomicFunction() {
        String function = fresh("f");
        add(
                "create",
                draw.of("", "or replace"),
                "function",
                function,
                "(",
                "a",
                "int",
                ")",
                "returns",
                "int",
                "language",
                "sql",
                "begin",
                "atomic",
                "select",
                "case",
                "when",
                "a",
                ">",
                "1",
                "then",
                "case",
                "a",
                "when",
                "2",
                "then",
                "3",
                "end",
                "else",
                "4",
                "end",
                ";",
                "select",
                "a",
                "+",
                "1",
                "as",
                draw.of("x", "\"end\""),
                ";",
                "end");
        add("insert", "into", table(), "select", function + "(1)", ",", string());
    }

    private void atomicProcedure() {
        String procedure = fresh("p");
        add(
                "create",
                "procedure",
                procedure,
                "(",
                ")",
                "language",
                "sql",
                "begin",
                "atomic",
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
                "delete",
                "from",
                table(),
                "where",
                "v",
                "=",
                string(),
                ";",
                "end");
        add("call", procedure + "()");
    }

    private void body() {
        String function = fresh("g");
        boolean sql = draw.in(2);
        String text = sql ? " select 1; select 2; " : " begin if true then return 1; end if; return 2; end; ";
        add(
                "create",
                "function",
                function,
                "(",
                ")",
                "returns",
                "int",
                "as",
                draw.in(2) ? quoted(text) : "'" + text + "'",
                "language",
                sql ? "sql" : "plpgsql");
        add("insert", "into", table(), "select", function + "()", ",", "'g'");
    }

    private void view() {
        add(
                "create",
                "view",
                fresh("v"),
                "as",
                "select",
                string(),
                "as",
                "a",
                ",",
                "case",
                "when",
                "1",
                "=",
                "1",
                "then",
                string(),
                "end",
                "as",
                "\"b;c\"",
                "from",
                table());
    }

    private void quotedTable() {
        String other = "\"" + fresh("q") + draw.of(";", "--", "'", "\\", "/*", "$$", " begin ") + "\"";
        add("create", "table", other, "(", "\"a;b\"", "text", ")");
        add("insert", "into", other, "values", "(", string(), ")");
    }

    private void continued() {
        add(
                "insert",
                "into",
                table(),
                "values",
                "(",
                "1",
                ",",
                draw.of("E'it\\'s'", "'it'")
                        + draw.of("\n", " -- x\n", " \n\n ")
                        + draw.of("';more'", "'a'' -- b;'", "';\\\\'"),
                ")");
    }

    @Override
    String string() {
        String content = content();
        return switch (draw.below(6)) {
            case 0 -> "E'" + content.replace("\\", "\\\\").replace("'", draw.of("''", "\\'")) + "'";
            case 1, 2 -> quoted(content);
            case 3 -> conforming ? "U&'" + content.replace("\\", "\\\\").replace("'", "''") + "'" : quoted(content);
            default -> standardString(conforming ? content : content.replace("\\", "\\\\"));
        };
    }

    private String quoted(String content) {
        String tag = "$" + draw.of(TAGS) + "$";
        return content.contains(tag) || content.endsWith("$")
                ? standardString(content.replace("\\", ""))
                : tag + content + tag;
    }

    @Override
    String comment() {
        return switch (draw.below(4)) {
            case 0 -> "-- " + remark() + "\n";
            case 1 -> "--" + remark() + "\n";
            case 2 -> "/* " + remark() + " /* " + remark() + " */ " + remark() + " */";
            default -> "/*" + remark() + "*/";
        };
    }
}
