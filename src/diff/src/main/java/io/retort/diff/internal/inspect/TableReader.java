package io.retort.diff.internal.inspect;

import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Index;
import io.retort.schema.Table;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the catalog rows of a table into a table. */
record TableReader(NameNormalizer spelling, CatalogRows facts) {

    Table table(schemacrawler.schema.Table found) {
        CatalogRows.Place place = new CatalogRows.Place(
                OuterSpaces.plain(found.getSchema().getName()), OuterSpaces.plain(found.getName()));
        return quirks().tidied(new Table(
                        spelling.name(place.schema(), place.table()),
                        columns(place),
                        new ConstraintReader(spelling).constraints(place, facts),
                        indexes(place),
                        NameNormalizer.emptyIsNone(new CatalogRow(found.getAttributes()).text("COMMENT_TEXT")))
                .withOptions(options(new CatalogRow(found.getAttributes()))));
    }

    /** The default collation of the table's columns, if it differs from that of the schema. */
    private static List<String> options(CatalogRow table) {
        String collation = table.text("TABLE_COLLATION");
        return collation == null ? List.of() : List.of("collate " + collation);
    }

    private Quirks quirks() {
        return spelling.quirks();
    }

    private List<Column> columns(CatalogRows.Place place) {
        return facts.columns(place).stream()
                .sorted(Comparator.comparingLong(column -> column.numberOr("ORDINAL_POSITION", 0)))
                .map(this::column)
                .toList();
    }

    private Column column(CatalogRow row) {
        Generation generation = generation(row);
        return new Column(
                spelling.typed(row.needed("COLUMN_NAME")),
                spelling.spelled(quirks().type(row)),
                row.flag("NULLABLE"),
                generation == null ? spelling.spelled(quirks().defaultValue(row)) : null,
                generation,
                row.text("COLLATION_TEXT"),
                NameNormalizer.emptyIsNone(row.text("COMMENT_TEXT")));
    }

    private @Nullable Generation generation(CatalogRow column) {
        String computed = column.text("COMPUTED_TEXT");
        if (computed != null) {
            return new Generation.Computed(spelling.bare(computed), column.flag("IS_STORED"));
        }
        String identity = column.text("IDENTITY_KIND");
        return identity == null
                ? null
                : new Generation.Identity(
                        identity.equals("ALWAYS"),
                        column.numberOr("IDENTITY_START", 1),
                        column.numberOr("IDENTITY_STEP", 1));
    }

    private List<Index> indexes(CatalogRows.Place place) {
        return facts.indexes(place).stream()
                .map(this::index)
                .sorted(Comparator.comparing(Index::name))
                .toList();
    }

    private Index index(List<CatalogRow> parts) {
        CatalogRow first = parts.get(0);
        String predicate = first.text("PREDICATE");
        return new Index(
                spelling.typed(first.needed("INDEX_NAME")),
                parts.stream().map(this::part).toList(),
                first.flag("IS_UNIQUE"),
                predicate == null ? null : spelling.bare(predicate),
                first.text("METHOD"));
    }

    private Index.Part part(CatalogRow row) {
        boolean expression = row.flag("IS_EXPRESSION");
        String text = row.needed("PART");
        String nulls = row.text("NULLS_PLACE");
        return new Index.Part(
                expression ? spelling.bare(text) : spelling.typed(text),
                expression,
                row.flag("IS_DESCENDING"),
                nulls == null ? Index.Nulls.UNSPECIFIED : Index.Nulls.valueOf(nulls));
    }
}
