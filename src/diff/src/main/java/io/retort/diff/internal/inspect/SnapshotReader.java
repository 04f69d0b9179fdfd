package io.retort.diff.internal.inspect;

import io.retort.schema.EnumType;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import schemacrawler.schema.Catalog;

/** Turns catalog rows into a snapshot. */
record SnapshotReader(NameNormalizer spelling) {

    /**
     * Returns the snapshot.
     *
     * @param catalog the tables and sequences
     * @param facts the parts of the tables
     * @param enumValues the constants of enum types, those of a type in order
     */
    Snapshot read(Catalog catalog, CatalogRows facts, List<CatalogRow> enumValues) {
        TableReader tables = new TableReader(spelling, facts);
        return new Snapshot(
                catalog.getTables().stream().map(tables::table).toList(),
                catalog.getSequences().stream().map(this::sequence).toList(),
                enumTypes(enumValues));
    }

    private List<EnumType> enumTypes(List<CatalogRow> labels) {
        Map<QualifiedName, List<String>> types = new LinkedHashMap<>();
        for (CatalogRow row : labels) {
            QualifiedName name = spelling.name(row.needed("TYPE_SCHEMA"), row.needed("TYPE_NAME"));
            types.computeIfAbsent(name, any -> new ArrayList<>()).add(row.needed("LABEL"));
        }
        return types.entrySet().stream()
                .map(type -> new EnumType(type.getKey(), type.getValue()))
                .toList();
    }

    private Sequence sequence(schemacrawler.schema.Sequence found) {
        Quirks.UsualSequence usual = spelling.quirks().usualSequence();
        boolean up = found.getIncrement() > 0;
        long cache = new CatalogRow(found.getAttributes()).numberOr("CACHE_SIZE", usual.cache());
        return new Sequence(
                spelling.name(OuterSpaces.plain(found.getSchema().getName()), OuterSpaces.plain(found.getName())),
                found.getStartValue().longValueExact(),
                found.getIncrement(),
                unusual(found.getMinimumValue(), up ? usual.minimum() : usual.lowest()),
                unusual(found.getMaximumValue(), up ? usual.maximum() : usual.highest()),
                unusual(BigInteger.valueOf(cache), usual.cache()),
                found.isCycle());
    }

    private static @Nullable Long unusual(BigInteger value, long usual) {
        return value.equals(BigInteger.valueOf(usual)) ? null : value.longValueExact();
    }
}
