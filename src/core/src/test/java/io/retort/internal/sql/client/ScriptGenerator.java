package io.retort.internal.sql.client;

import io.retort.internal.sql.client.GeneratedScript.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * Generates scripts that are valid for one product but difficult to split. Semicolons, quotes, comment marks and
 * keywords of blocks appear where they have no meaning.
 */
abstract class ScriptGenerator {

    private static final List<String> ATOMS = List.of(
            ";",
            "'",
            "\"",
            "`",
            "--",
            "-- x",
            "/* x */",
            "$$",
            "$a$",
            "\\",
            "\\\\",
            "begin",
            "end",
            "END;",
            "case",
            "#",
            "//",
            "é",
            "日本",
            "😀",
            " ",
            "(",
            ")",
            "[",
            "]",
            "GO",
            "delimiter //",
            "if",
            "$1",
            ":x",
            "?",
            "{d",
            "E'",
            "@",
            "%",
            "a",
            "loop",
            "''",
            "it's",
            "<<<<<<< x",
            "x:y",
            "\\'",
            "\\n");

    private static final List<String> LINES = List.of(
            "\n-- upgrade\n", "\n-- downgrade\n", "\nGO\n", "\n/\n", "\n\\.\n", "\ndelimiter //\n", "\n", "\n;\n");

    final ScriptDraw draw;
    final String name;
    private final boolean lines;
    private final boolean carriageReturns;
    final List<Piece> pieces = new ArrayList<>();
    int made;

    ScriptGenerator(ScriptDraw draw, String name) {
        this.draw = draw;
        this.name = name;
        this.carriageReturns = draw.in(8);
        this.lines = !carriageReturns;
    }

    final GeneratedScript script() {
        begin();
        int statements = 1 + draw.below(7);
        for (int i = 0; i < statements; i++) {
            statement();
            if (draw.in(12) && skipsEmptyStatements()) {
                pieces.add(new Piece(draw.of(";", "\n;;\n", " ; ;")));
            }
        }
        end();
        List<Piece> all = carriageReturns
                ? pieces.stream().map(ScriptGenerator::withReturns).toList()
                : pieces;
        return new GeneratedScript(name, all);
    }

    private static Piece withReturns(Piece piece) {
        return new Piece(piece.client().replace("\n", "\r\n"), piece.file().replace("\n", "\r\n"));
    }

    /** Creates the table {@code <name>_t (id int, v text)}. */
    abstract void begin();

    abstract void statement();

    /** Returns whether the client skips a semicolon without a statement. */
    boolean skipsEmptyStatements() {
        return true;
    }

    /** Restores the settings of the session. */
    void end() {}

    /** Returns a valid string with hostile content, in one of the product's notations. */
    abstract String string();

    /** Returns a valid comment, including the line feed if it needs one. */
    abstract String comment();

    /** Adds a statement with these tokens. */
    void add(String... tokens) {
        pieces.add(new Piece(lead() + joined(tokens) + draw.of(";", ";\n", " ;", "\n;", ";\n\n")));
    }

    String lead() {
        StringBuilder lead = new StringBuilder();
        while (draw.in(4)) {
            lead.append(draw.in(3) ? "\n" : comment()).append(draw.of("", "\n", " "));
        }
        return lead.toString();
    }

    /** Returns the tokens with blanks, line feeds and comments between them. */
    String joined(String... tokens) {
        StringBuilder text = new StringBuilder();
        for (String token : tokens) {
            text.append(text.isEmpty() ? "" : gap()).append(token);
        }
        return text.toString();
    }

    String gap() {
        return switch (draw.below(20)) {
            case 0, 1 -> "\n";
            case 2 -> "\t";
            case 3, 4 -> " " + comment() + " ";
            case 5 -> "\n" + comment() + "\n";
            default -> " ";
        };
    }

    String content() {
        StringBuilder content = new StringBuilder();
        int atoms = draw.below(5);
        for (int i = 0; i < atoms; i++) {
            content.append(lines && draw.in(9) ? draw.of(LINES) : draw.of(ATOMS));
            content.append(draw.of("", " ", "x"));
        }
        return content.toString();
    }

    /** Returns the content of a comment: without the marks that begin or end one, and without line feeds. */
    String remark() {
        String content = content().replace("\n", " ").replace("/*", "").replace("*/", "");
        return content.endsWith("*") || content.endsWith("/") || content.startsWith("/") ? content + " " : content;
    }

    String standardString(String content) {
        return "'" + content.replace("'", "''") + "'";
    }

    String table() {
        return name + "_t";
    }

    String fresh(String what) {
        return name + "_" + what + made++;
    }

    String number() {
        return String.valueOf(draw.below(100));
    }
}
