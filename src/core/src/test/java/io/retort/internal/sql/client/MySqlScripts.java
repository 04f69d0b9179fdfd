package io.retort.internal.sql.client;

import io.retort.internal.sql.client.GeneratedScript.Piece;
import java.util.List;

/** Scripts for the client of MySQL and MariaDB. */
final class MySqlScripts extends ScriptGenerator {

    private static final List<String> DELIMITERS = List.of("//", "$$", ";;", "|", "//");

    private final boolean mariaDb;
    private final String modeAtFirst;
    private String mode;
    private int labels;

    MySqlScripts(ScriptDraw draw, String name, boolean mariaDb, String mode) {
        super(draw, name);
        this.mariaDb = mariaDb;
        this.modeAtFirst = mode;
        this.mode = mode;
    }

    private boolean escapes() {
        return !mode.contains("NO_BACKSLASH_ESCAPES");
    }

    private boolean ansi() {
        return mode.contains("ANSI_QUOTES");
    }

    @Override
    void begin() {
        add("create", "table", table(), "(", "id", "int", ",", "v", "varchar(400)", ")", "character", "set", "utf8mb4");
    }

    @Override
    void end() {
        if (!mode.equals(modeAtFirst)) {
            mode(modeAtFirst);
        }
    }

    private void mode(String other) {
        add("set", draw.of("sql_mode", "session sql_mode", "@@sql_mode", "@x = 1, sql_mode"), "=", "'" + other + "'");
        mode = other;
    }

    @Override
    void statement() {
        switch (draw.below(14)) {
            case 0, 1, 2 -> insert();
            case 3 -> executable();
            case 4, 5 -> procedure();
            case 6 -> trigger();
            case 7 -> function();
            case 8 -> event();
            case 9 -> compound();
            case 10 -> mode(draw.of("", "NO_BACKSLASH_ESCAPES", "ANSI_QUOTES", "NO_BACKSLASH_ESCAPES,ANSI_QUOTES"));
            case 11 -> view();
            case 12 -> quotedTable();
            default ->
                add(
                        "update", table(), "set", "v", "=", "case", "when", "id", ">", "5", "then", string(), "else",
                        "v", "end");
        }
    }

    private void insert() {
        add(
                "insert",
                "into",
                table(),
                "values",
                "(",
                draw.of(number(), "5--1", "7--7", "6 -- ;\n"),
                ",",
                draw.of(string(), "concat(" + string() + ", " + string() + ")", "if(1, " + string() + ", 'b;')"),
                ")");
    }

    private void executable() {
        String open = mariaDb
                ? draw.of("/*!", "/*M!", "/*!50003 ", "/*!999999 ", "/*M!100000 ")
                : draw.of("/*!", "/*!50003 ", "/*!99999 ");
        add(open + " insert into " + table() + " values (8, " + plain() + ") */");
        if (draw.in(2)) {
            add("insert", "into", table(), "values", "(", "9", ",", "'x'", open + ")", "*/", "/*! , (10, 'y') */ ");
            pieces.remove(pieces.size() - 1);
        }
    }

    private String plain() {
        return "'" + draw.of("a", "it''s", "x -- y", "#") + "'";
    }

    private void routine(String header, String body) {
        String delimiter = draw.of(DELIMITERS);
        String text = lead() + header + "\n" + body;
        String delimited = text.contains(delimiter)
                ? null
                : "\nDELIMITER " + delimiter + "\n" + text + draw.of("", "\n", " ") + delimiter + "\nDELIMITER ;\n";
        if (delimited == null) {
            delimited = "\ndelimiter |//|\n" + text + "\n|//|\ndelimiter ;\n";
        }
        pieces.add(new Piece(delimited, draw.in(2) ? delimited : text + ";\n"));
    }

    private void procedure() {
        String procedure = fresh("p");
        routine(
                joined(
                        "create",
                        draw.of("", "definer = current_user"),
                        "procedure",
                        procedure,
                        "(",
                        draw.of("", "in a decimal(10,2)"),
                        ")",
                        draw.of("", "comment 'x; y'", "modifies sql data", "sql security invoker")),
                block(3));
        if (pieces.get(pieces.size() - 1).client().contains("decimal(10,2)")) {
            add("call", procedure, "(1.5)");
        } else {
            add("call", procedure, "()");
        }
    }

    private void trigger() {
        String other = fresh("u");
        add("create", "table", other, "(", "id", "int", ",", "v", "varchar(400)", ")");
        String trigger = fresh("r");
        routine(
                joined("create", "trigger", trigger, "before", "insert", "on", other, "for", "each", "row"),
                draw.in(3) ? "insert into " + table() + " values (new.id, " + string() + ")" : block(3));
        add("insert", "into", other, "values", "(", "1", ",", string(), ")");
    }

    private void function() {
        String function = fresh("f");
        routine(
                joined(
                        "create",
                        "function",
                        function,
                        "(",
                        "a",
                        "int",
                        ")",
                        "returns",
                        "varchar(400)",
                        "character",
                        "set",
                        "utf8mb4",
                        "deterministic"),
                draw.in(2)
                        ? "return case when a > 1 then " + string() + " else if(a, 'b;', 'c') end"
                        : "begin\n declare x varchar(400) default case a when 1 then 'd;' else 'e' end;\n if a > 2 then return "
                                + string() + "; end if;\n return x;\nend");
        add("insert", "into", table(), "values", "(", "3", ",", function + "(" + number() + ")", ")");
    }

    private void event() {
        routine(
                joined(
                        "create",
                        "event",
                        fresh("e"),
                        "on",
                        "schedule",
                        "every",
                        "1",
                        "day",
                        "disable",
                        "comment",
                        "'a;b'",
                        "do"),
                draw.in(2) ? "insert into " + table() + " values (1, " + string() + ")" : block(2));
    }

    private void compound() {
        if (mariaDb) {
            String block = block(2);
            routine(
                    "",
                    draw.in(2) && block.startsWith("begin")
                            ? "begin not atomic" + block.substring(5)
                            : "if 1 = 1 then " + step(1) + " end if");
        } else {
            insert();
        }
    }

    /** A complete block. */
    private String block(int depth) {
        StringBuilder block = new StringBuilder("begin\n");
        if (draw.in(3)) {
            block.append(" declare y").append(made++).append(" int default if(1, 2, 3);\n");
        }
        if (draw.in(4)) {
            block.append(" declare continue handler for ")
                    .append(draw.of("not found", "sqlstate '02000'", "1051, sqlwarning"))
                    .append(draw.of(
                            " set @h = 1;\n",
                            " begin set @h = 1; set @i = 2; end;\n",
                            " if 1 then set @h = 1; end if;\n"));
        }
        int steps = 1 + draw.below(3);
        for (int i = 0; i < steps; i++) {
            block.append(' ').append(step(depth - 1)).append(draw.of("\n", " ", "\n " + comment() + "\n"));
        }
        return block.append("end").toString();
    }

    /** A statement inside a block, with its semicolon. */
    private String step(int depth) {
        if (depth <= 0) {
            return simple();
        }
        String label = "l" + labels++;
        return switch (draw.below(9)) {
            case 0 ->
                "if " + condition() + " then " + step(depth - 1)
                        + draw.of("", " elseif 0 then " + simple(), " else " + step(depth - 1)) + " end if;";
            case 1 -> "case when " + condition() + " then " + step(depth - 1) + " else " + simple() + " end case;";
            case 2 -> "case 1 when 1 then " + simple() + " when 2 then " + simple() + " end case;";
            case 3 ->
                label + ": loop " + step(depth - 1) + " leave " + label + "; end loop " + draw.of("", label) + ";";
            case 4 ->
                "set @n" + label + " = 0; while @n" + label + " < 2 do set @n" + label + " = @n" + label + " + 1; "
                        + step(depth - 1) + " end while;";
            case 5 ->
                "set @m" + label + " = 0; repeat set @m" + label + " = @m" + label + " + 1; " + simple() + " until @m"
                        + label + " > case when 1 then 1 else 2 end end repeat;";
            case 6 -> label + ": " + block(depth - 1) + draw.of(";", " " + label + ";");
            case 7 -> mariaDb ? "for i" + label + " in 1..2 do " + simple() + " end for;" : simple();
            default -> block(depth - 1) + ";";
        };
    }

    private String condition() {
        return draw.of(
                "1 = 1",
                "(1 = 1) and (2 = 2)",
                "if(1, 1, 0)",
                "not exists (select 1 from " + table() + " where id = 77)",
                "case when 1 then 1 else 0 end",
                "(case 1 when 1 then 1 end)");
    }

    private String simple() {
        return switch (draw.below(5)) {
            case 0 -> "set @a = case when 1 then 'x;' else 'end' end;";
            case 1 -> "do if(1, 2, 3);";
            case 2 -> "set @b = if(1, " + string() + ", 'b');";
            default -> "insert into " + table() + " values (" + number() + ", " + string() + ");";
        };
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
                "'x;'",
                "end",
                "as",
                "`b;c`",
                "from",
                table());
    }

    private void quotedTable() {
        String quote = ansi() ? draw.of("`", "\"") : "`";
        String other = quote + fresh("q") + draw.of(";", "--", "'", "\\", "/*", "$$", " begin", "#") + quote;
        add("create", "table", other, "(", "`a;b`", "varchar(400)", ")");
        add("insert", "into", other, "values", "(", string(), ")");
    }

    @Override
    String string() {
        String content = content();
        String escaped = escapes() ? content.replace("\\", "\\\\") : content;
        return switch (draw.below(5)) {
            case 0 ->
                ansi()
                        ? standardString(escaped)
                        : "\"" + escaped.replace("\"", escapes() ? draw.of("\\\"", "\"\"") : "\"\"") + "\"";
            case 1 -> "'" + escaped.replace("'", escapes() ? "\\'" : "''") + "'";
            case 2 -> draw.of("N", "_utf8mb4") + standardString(escaped);
            default -> standardString(escaped);
        };
    }

    @Override
    String comment() {
        return switch (draw.below(4)) {
            case 0 -> "-- " + remark() + "\n";
            case 1 -> "#" + remark() + "\n";
            case 2 -> "/* " + remark() + draw.of(" /* ", "") + remark() + " */";
            default -> "/* " + remark() + "*/";
        };
    }

    /** In a delimited routine the client splits at the delimiter even inside comments. */
    @Override
    String remark() {
        return super.remark()
                .replace("//", "")
                .replace("$$", "")
                .replace("|", "")
                .replace(";;", ";");
    }
}
