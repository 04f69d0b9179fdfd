package io.retort.diff.internal.draw;

import io.retort.diff.internal.draw.Placement.PlacedBox;
import io.retort.diff.internal.draw.SchemaDiagram.Row;
import io.retort.diff.internal.draw.SchemaDiagram.State;
import io.retort.diff.internal.draw.SchemaDiagram.TableBox;
import io.retort.internal.text.MarkupText;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws tables and their references.
 *
 * <p>Above {@link #MOST_TABLES} tables there is no picture of all: the picture of what changed, the one around a table and the
 * map of modules stay readable.
 */
public final class SchemaDrawing {

    /** The largest number of tables in one picture of a whole schema. */
    public static final int MOST_TABLES = 60;

    private static final int HEADER = 26;
    private static final int ROW = 18;
    private static final int SIDE = 10;
    private static final int KEY = 24;
    private static final int SIGN = 12;
    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_TYPE = 28;
    private static final int MOST_ROWS = 40;

    private final boolean alone;

    /**
     * @param alone true for pictures that are files of their own; false for those in a page that contains {@link #style}
     */
    public SchemaDrawing(boolean alone) {
        this.alone = alone;
    }

    /** Returns the style sheet of all pictures, for a page that contains them. */
    public static String style() {
        return Svg.STYLE;
    }

    /**
     * Draws all tables of a schema.
     *
     * @param schema the schema, with at most {@link #MOST_TABLES} tables
     * @throws IllegalArgumentException if there are more tables
     */
    public String whole(Snapshot schema) {
        if (schema.tables().size() > MOST_TABLES) {
            throw new IllegalArgumentException(schema.tables().size() + " tables do not fit in one picture");
        }
        return all(schema);
    }

    /** Draws any number of tables, to measure the layout. */
    String all(Snapshot schema) {
        return draw(SchemaDiagram.whole(schema), "Tables and references");
    }

    /** Draws the tables that differ between two schemas with the names of their neighbours; empty if none differs. */
    public String changed(Snapshot before, Snapshot after) {
        SchemaDiagram diagram = SchemaDiagram.changed(before, after);
        return diagram.tables().isEmpty() ? "" : draw(diagram, "Changed tables and their neighbours");
    }

    /** Draws each table with the names of the tables that it references and that reference it; by the names of the tables. */
    public Map<String, String> surroundings(Snapshot schema) {
        Map<String, String> pictures = new TreeMap<>();
        SchemaDiagram.surroundings(schema)
                .forEach((name, diagram) -> pictures.put(name, draw(diagram, "References of " + name)));
        return pictures;
    }

    /**
     * Draws modules and the references between them.
     *
     * @param schema the schema
     * @param modules the module of each table; a table without one belongs to the module {@code other}
     */
    public String modules(Snapshot schema, Map<QualifiedName, String> modules) {
        return draw(SchemaDiagram.modules(schema, modules), "Modules and the references between them");
    }

    private String draw(SchemaDiagram diagram, String title) {
        Map<String, TableBox> tables = new TreeMap<>();
        diagram.tables().forEach((name, table) -> tables.put(name, shortened(table)));
        List<Box> boxes = tables.values().stream().map(SchemaDrawing::box).toList();
        List<Connection> connections = diagram.references().stream()
                .map(reference -> new Connection(
                        reference.from(),
                        offset(ByKey.of(tables, reference.from()), reference.column()),
                        reference.to(),
                        HEADER / 2))
                .toList();
        Placement placement = LayeredLayout.of(boxes, connections);
        Svg svg = new Svg(placement.width(), placement.height(), title + ": " + String.join(", ", some(tables)), alone);
        placement.routes().forEach(svg::route);
        placement.boxes().forEach((name, placed) -> draw(ByKey.of(tables, name), placed, svg));
        return svg.end();
    }

    /** A screen reader would read hundreds of names. */
    private static List<String> some(Map<String, TableBox> tables) {
        List<String> names = new ArrayList<>(tables.keySet());
        return names.size() <= 20 ? names : List.of(names.size() + " boxes");
    }

    /** Keys and changes stay, so that every line has its column. */
    private static TableBox shortened(TableBox table) {
        if (table.rows().size() <= MOST_ROWS) {
            return table;
        }
        List<Row> rows = new ArrayList<>();
        int others = 0;
        for (Row row : table.rows()) {
            if (!row.key().isEmpty() || table.marks(row) || rows.size() < MOST_ROWS / 2) {
                rows.add(row);
            } else {
                others++;
            }
        }
        rows.add(new Row("and " + others + " more columns", "", "", State.MUTED));
        return new TableBox(table.name(), table.state(), rows);
    }

    private static Box box(TableBox table) {
        int width = SvgText.width(title(table));
        for (Row row : table.rows()) {
            width = Math.max(
                    width,
                    SIGN + KEY + SvgText.width(name(row)) + (row.type().isEmpty() ? 0 : 16 + SvgText.width(type(row))));
        }
        return new Box(
                table.name(),
                width + 2 * SIDE,
                HEADER + ROW * table.rows().size() + (table.rows().isEmpty() ? 0 : 6));
    }

    private static int offset(TableBox table, String column) {
        for (int i = 0; i < table.rows().size(); i++) {
            if (table.rows().get(i).name().equals(column)) {
                return HEADER + ROW * i + ROW / 2 + 2;
            }
        }
        return HEADER / 2;
    }

    private static String title(TableBox table) {
        return (table.state().sign.isEmpty() ? "" : table.state().sign + " ")
                + SvgText.cut(table.name(), LONGEST_NAME + 8);
    }

    private static String name(Row row) {
        return SvgText.cut(row.name(), LONGEST_NAME);
    }

    private static String type(Row row) {
        return SvgText.cut(row.type(), LONGEST_TYPE);
    }

    private static void draw(TableBox table, PlacedBox placed, Svg svg) {
        int width = placed.box().width();
        int height = placed.box().height();
        String group = table.state().group;
        svg.add("<g" + (group.isEmpty() ? "" : " class=\"" + group + "\"") + " transform=\"translate(" + placed.x()
                + "," + placed.y() + ")\">");
        if (!SvgText.cut(table.name(), LONGEST_NAME + 8).equals(table.name())) {
            svg.add("<title>" + MarkupText.escaped(table.name()) + "</title>");
        }
        svg.add("<rect width=\"" + width + "\" height=\"" + height + "\" rx=\"4\"/>");
        if (!table.rows().isEmpty()) {
            svg.add("<rect class=\"h\" x=\"1\" y=\"1\" width=\"" + (width - 2) + "\" height=\"" + (HEADER - 2)
                    + "\" rx=\"3\"/>");
        }
        if (table.state() != State.MUTED && table.state() != State.PLAIN) {
            svg.add("<rect class=\"b\" width=\"" + width + "\" height=\"" + height + "\" rx=\"4\"/>");
        }
        svg.label("t", SIDE, 17, title(table));
        int y = HEADER + 15;
        for (Row row : table.rows()) {
            draw(row, table, width, y, svg);
            y += ROW;
        }
        svg.add("</g>\n");
    }

    private static void draw(Row row, TableBox table, int width, int y, Svg svg) {
        String colour = row.state().text;
        boolean isMarked = table.marks(row);
        if (isMarked) {
            svg.label(colour, SIDE, y, row.state().sign);
        }
        if (!row.key().isEmpty()) {
            svg.label("s", SIDE + SIGN, y, row.key());
        }
        svg.label(isMarked ? colour : "", SIDE + SIGN + KEY, y, name(row));
        if (!row.type().isEmpty()) {
            svg.label("s e", width - SIDE, y, type(row));
        }
    }
}
