package io.retort.diff.internal.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.diff.internal.draw.SvgPicture.Rectangle;
import io.retort.migration.Definitions;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.awt.geom.Line2D;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of pictures of schemas, for generated schemas. The picture is read back from its text. */
class SchemaDrawingTests {

    private static final int SCHEMAS = 120;

    private final SchemaDrawing drawing = new SchemaDrawing(true);

    @Test
    void boxesDoNotOverlapAndLinesDoNotCrossThem() throws Exception {
        int lines = 0;
        for (int seed = 0; seed < SCHEMAS; seed++) {
            Snapshot schema = GeneratedSchemas.of(seed, 1 + seed % 75);
            SvgPicture picture = SvgPicture.read(drawing.all(schema));
            assertThat(picture.boxes())
                    .as("seed %d", seed)
                    .hasSize(schema.tables().size());
            requireApart(picture, seed);
            requireUncrossed(picture, seed);
            lines += picture.paths().size();
        }
        assertThat(lines).isGreaterThan(5_000);
    }

    /** Follows the lines that begin at the row of a column, through shared passages, to titles of boxes. */
    @Test
    void everyReferenceLeadsFromItsColumnToTheReferencedTableOnly() throws Exception {
        int references = 0;
        for (int seed = 0; seed < SCHEMAS; seed++) {
            Snapshot schema = GeneratedSchemas.of(seed, 1 + seed % 75);
            SvgPicture picture = SvgPicture.read(drawing.all(schema));
            Map<Point, Set<Point>> led = led(picture);
            Set<Point> begun = new HashSet<>();
            for (Table table : schema.tables()) {
                for (Constraint.ForeignKey key :
                        table.constraintsOf(Constraint.ForeignKey.class).toList()) {
                    Set<Point> starts = atRow(
                            picture, led, table.name().toString(), key.columns().get(0));
                    assertThat(ends(starts, led)).as("seed %d, %s", seed, key).isNotEmpty();
                    assertThat(ends(starts, led))
                            .as("seed %d, %s", seed, key)
                            .allMatch(end -> isAtTitle(
                                    end,
                                    picture.boxes().get(key.referencedTable().toString())));
                    begun.addAll(starts);
                    references++;
                }
            }
            begun.addAll(reached(begun, led));
            assertThat(begun).as("seed %d: lines of no reference", seed).containsAll(led.keySet());
        }
        assertThat(references).isGreaterThan(4_000);
    }

    @Test
    void theOrderOfTheInputDoesNotMatter() {
        for (int seed = 0; seed < 30; seed++) {
            SchemaDiagram diagram = SchemaDiagram.whole(GeneratedSchemas.of(seed, 40));
            List<Box> boxes = new ArrayList<>();
            diagram.tables().keySet().forEach(name -> boxes.add(new Box(name, 100 + name.hashCode() % 50, 80)));
            List<Connection> connections = new ArrayList<>();
            diagram.references()
                    .forEach(reference -> connections.add(new Connection(reference.from(), 40, reference.to(), 10)));
            Placement placement = LayeredLayout.of(boxes, connections);
            Collections.shuffle(boxes, new Random(seed));
            Collections.shuffle(connections, new Random(seed));

            assertThat(LayeredLayout.of(boxes, connections)).isEqualTo(placement);
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 60", "60, 400", "400, 3000", "2000, 15000"})
    void isNeitherLongNorLargeNorSlow(int tables, int kilobytes) throws Exception {
        for (int seed = 0; seed < (tables > 100 ? 1 : 20); seed++) {
            Snapshot schema = GeneratedSchemas.of(seed, tables);
            long start = System.nanoTime();
            String svg = drawing.all(schema);
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            SvgPicture picture = SvgPicture.read(svg);

            assertThat(svg.length()).as("seed %d", seed).isLessThan(kilobytes * 1000);
            assertThat(picture.aspect()).as("seed %d", seed).isBetween(0.9, tables == 10 ? 3.0 : 2.3);
            assertThat(time).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void drawsNoPictureOfEverythingAboveSixtyTables() {
        assertThat(drawing.whole(GeneratedSchemas.of(1, SchemaDrawing.MOST_TABLES)))
                .startsWith("<svg");
        assertThatThrownBy(() -> drawing.whole(GeneratedSchemas.of(1, SchemaDrawing.MOST_TABLES + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A table that 500 others reference. */
    @Test
    void theSurroundingsOfACentralTableStaySmall() throws Exception {
        Snapshot schema = GeneratedSchemas.of(3, 2000);
        Table central = schema.tables().stream()
                .filter(table -> table.name().name().endsWith("_0"))
                .findFirst()
                .orElseThrow();
        String svg = drawing.surroundings(schema).get(central.name().toString());
        SvgPicture picture = SvgPicture.read(svg);

        requireApart(picture, 3);
        requireUncrossed(picture, 3);
        assertThat(svg.length()).isLessThan(20_000);
        assertThat(picture.boxes().keySet()).anyMatch(name -> name.matches("and \\d+ more"));
    }

    @Test
    void allSurroundingsAndTheMapOfModulesOfTwoThousandTablesAreSmall() throws Exception {
        Snapshot schema = GeneratedSchemas.of(5, 2000);
        Map<QualifiedName, String> modules = new HashMap<>();
        schema.tables()
                .forEach(table -> modules.put(table.name(), table.name().name().substring(0, 3)));
        SchemaDrawing inPage = new SchemaDrawing(false);
        String map = inPage.modules(schema, modules);
        long all = map.length()
                + inPage.surroundings(schema).values().stream()
                        .mapToLong(String::length)
                        .sum();

        assertThat(all).isLessThan(15_000_000);
        requireUncrossed(SvgPicture.read(map), 5);
    }

    @Test
    void showsWhatChangedWithTheNamesOfItsNeighbours() throws Exception {
        Snapshot before = GeneratedSchemas.of(9, 400);
        Table first = before.tables().get(20);
        Snapshot after = before.with(first.withColumns(Stream.concat(
                                first.columns().stream().limit(first.columns().size() - 1L),
                                Stream.of(new Column("nickname", Definitions.varchar(40))))
                        .toList()))
                .withoutTable(before.tables().get(100).name());
        String svg = drawing.changed(before, after);
        SvgPicture picture = SvgPicture.read(svg);

        requireApart(picture, 9);
        requireUncrossed(picture, 9);
        assertThat(picture.boxes().size()).isBetween(3, 70);
        assertThat(svg)
                .contains(">+</text>")
                .contains(">nickname</text>")
                .contains("- " + before.tables().get(100).name());
        assertThat(drawing.changed(before, before)).isEmpty();
    }

    /** Each new, changed or dropped column has its sign, however many columns the table has. */
    @ParameterizedTest
    @ValueSource(ints = {5, 200})
    void aChangedTableShowsEachChangedColumn(int columns) throws Exception {
        Table before =
                wide(columns, new Column("dropped", Definitions.bigint()), new Column("altered", Definitions.bigint()));
        Table after =
                wide(columns, new Column("altered", Definitions.date()), new Column("added", Definitions.bigint()));
        String svg = drawing.changed(
                new Snapshot(List.of(before), List.of(), List.of()),
                new Snapshot(List.of(after), List.of(), List.of()));
        Map<String, Double> labels = SvgPicture.read(svg).labels().get("~ wide");

        assertThat(labels.get("+")).isEqualTo(labels.get("added"));
        assertThat(labels.get("~")).isEqualTo(labels.get("altered"));
        assertThat(labels.get("-")).isEqualTo(labels.get("dropped"));
        assertThat(svg.split(">[+~-]</text>", -1)).hasSize(4);
    }

    @Test
    void aNewTableHasOneSign() throws Exception {
        Snapshot after = new Snapshot(List.of(wide(5)), List.of(), List.of());

        assertThat(drawing.changed(new Snapshot(List.of(), List.of(), List.of()), after))
                .contains(">+ wide</text>")
                .doesNotContainPattern(">[+~-]</text>");
    }

    private static Table wide(int columns, Column... more) {
        List<Table.Element> elements = new ArrayList<>();
        IntStream.range(0, columns).forEach(i -> elements.add(new Column("c" + i, Definitions.bigint())));
        elements.addAll(List.of(more));
        return Table.of(QualifiedName.parse("wide"), elements);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "a\"onload=\"alert(1)",
                "]]>&amp;<!--",
                "\u202Erevo\u001b[31m\u0007",
                "名前名前名前名前名前名前名前名前名前名前名前名前",
                "\uFFFF\uFFFE\uD800"
            })
    void hostileNamesAreText(String name) throws Exception {
        String quoted = '"' + name.replace("\"", "\"\"") + '"';
        Table table = Table.of(
                QualifiedName.parse(quoted), List.of(new Column(quoted, Definitions.varchar(40)).comment(name)));
        SvgPicture picture = SvgPicture.read(drawing.whole(new Snapshot(List.of(table), List.of(), List.of())));

        assertThat(picture.boxes()).hasSize(1);
        assertThat(drawing.whole(new Snapshot(List.of(table), List.of(), List.of())))
                .doesNotContain("<script", "\u202E", "\u001b", "\" onload", "\"onload");
    }

    @Test
    void aLongNameIsCutAndCompleteInItsTitle() {
        String name = "a".repeat(1000);
        Table table = Table.of(QualifiedName.parse(name), List.of(new Column(name, Definitions.bigint())));
        String svg = drawing.whole(new Snapshot(List.of(table), List.of(), List.of()));

        assertThat(svg).contains("<title>" + name + "</title>").contains("aaa…</text>");
        assertThat(svg.length()).isLessThan(6_000);
    }

    @Test
    void aTableWithManyColumnsKeepsItsKeys() {
        List<Table.Element> elements = new ArrayList<>();
        IntStream.range(0, 300).forEach(i -> elements.add(new Column("c" + i, Definitions.bigint())));
        elements.add(new Constraint.PrimaryKey(null, List.of("c299")));
        String svg = drawing.whole(
                new Snapshot(List.of(Table.of(QualifiedName.parse("wide"), elements)), List.of(), List.of()));

        assertThat(svg).contains(">c299</text>").contains("more columns").doesNotContain(">c200</text>");
    }

    private static void requireApart(SvgPicture picture, int seed) {
        List<Rectangle> boxes = List.copyOf(picture.boxes().values());
        for (int i = 0; i < boxes.size(); i++) {
            Rectangle box = boxes.get(i);
            assertThat(box.x() >= 0
                            && box.y() >= 0
                            && box.x() + box.width() <= picture.width()
                            && box.y() + box.height() <= picture.height())
                    .as("seed %d: %s is inside the picture", seed, box)
                    .isTrue();
            for (int j = 0; j < i; j++) {
                assertThat(box.overlaps(boxes.get(j)))
                        .as("seed %d: %s", seed, box)
                        .isFalse();
            }
        }
    }

    private static void requireUncrossed(SvgPicture picture, int seed) {
        Collection<Rectangle> boxes = picture.boxes().values();
        for (List<Line2D> path : picture.paths()) {
            for (Line2D line : path) {
                assertThat(line.getX1() >= 0 && line.getX1() <= picture.width()).isTrue();
                for (Rectangle box : boxes) {
                    if (box.isCrossedBy(line)) {
                        throw new AssertionError("seed " + seed + ": " + box + " is crossed");
                    }
                }
            }
        }
    }

    /** A point between two pixels does not occur. */
    private record Point(long x, long y) {

        Point(double x, double y) {
            this(Math.round(x), Math.round(y));
        }
    }

    private static Map<Point, Set<Point>> led(SvgPicture picture) {
        Map<Point, Set<Point>> led = new HashMap<>();
        for (List<Line2D> path : picture.paths()) {
            Line2D first = path.get(0);
            Line2D last = path.get(path.size() - 1);
            led.computeIfAbsent(new Point(first.getX1(), first.getY1()), key -> new HashSet<>())
                    .add(new Point(last.getX2(), last.getY2()));
        }
        return led;
    }

    /** The middle of a row is four pixels above the baseline of its text. */
    private static Set<Point> atRow(SvgPicture picture, Map<Point, Set<Point>> led, String table, String column) {
        Rectangle box = picture.boxes().get(table);
        double middle = picture.labels().get(table).get(column) - 4;
        return Stream.of(new Point(box.x(), middle), new Point(box.x() + box.width(), middle))
                .filter(led::containsKey)
                .collect(Collectors.toSet());
    }

    private static Set<Point> ends(Set<Point> starts, Map<Point, Set<Point>> led) {
        return reached(starts, led).stream()
                .filter(point -> !led.containsKey(point))
                .collect(Collectors.toSet());
    }

    private static Set<Point> reached(Set<Point> starts, Map<Point, Set<Point>> led) {
        Set<Point> reached = new HashSet<>();
        List<Point> open = new ArrayList<>(starts);
        while (!open.isEmpty()) {
            for (Point next : led.getOrDefault(open.remove(open.size() - 1), Set.of())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    private static boolean isAtTitle(Point point, Rectangle box) {
        return point.y() == box.y() + 13 && (point.x() == box.x() || point.x() == box.x() + box.width());
    }
}
