package io.retort.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.dialect.Identifiers.Folding;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.internal.state.SpelledHistory.Feature;
import io.retort.internal.state.SpelledHistory.Spelling;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Identifier;
import io.retort.schema.Index;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However names are typed, a history has the schema that the product makes of it. The first oracle is the history with plain
 * names, the second the catalog of the real product.
 */
class NameSpellingLawTests {

    private static final int LENGTH = 30;

    private static final boolean FULL = Boolean.getBoolean("retort.full");

    /** Plain names, in lower case and without quotes. */
    private static final Spelling PLAIN = new Spelling() {

        @Override
        public String created(String name) {
            return name;
        }

        @Override
        public String table(String name) {
            return name;
        }

        @Override
        public String column(String name) {
            return name;
        }

        @Override
        public String part(String name) {
            return name;
        }
    };

    /**
     * Any spelling that a product reads as the same name.
     *
     * @param folding what it does to names
     * @param matchesTables whether it ignores the case of tables; only for products that do not fold names
     */
    private record AnySpelling(Random random, Folding folding, boolean matchesTables) implements Spelling {

        private String any(String name) {
            String upper = name.toUpperCase(Locale.ROOT);
            String title = upper.charAt(0) + name.substring(1);
            String stored = folding == Folding.UPPER ? upper : name;
            return switch (random.nextInt(folding == Folding.NONE ? 3 : 4)) {
                case 0 -> name;
                case 1 -> upper;
                case 2 -> title;
                default -> "\"" + stored + "\"";
            };
        }

        @Override
        public String created(String name) {
            return folding == Folding.NONE ? name : any(name);
        }

        @Override
        public String table(String name) {
            return folding == Folding.NONE && !matchesTables ? name : any(name);
        }

        @Override
        public String column(String name) {
            return any(name);
        }

        @Override
        public String part(String name) {
            return any(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "h2", "hsqldb", "mysql", "mariadb", "sqlite", "sqlserver"})
    void theSchemaOfAHistoryDoesNotDependOnTheSpelling(String product) {
        Dialect dialect = Dialects.named(product);
        Folding folding = dialect.identifiers().folding();
        Set<Feature> features = EnumSet.allOf(Feature.class);
        if (folding == Folding.NONE) {
            features.remove(Feature.ENUMS);
        }
        for (long seed = 0; seed < (FULL ? 20_000 : 400); seed++) {
            Spelling any = new AnySpelling(new Random(~seed), folding, true);
            HistorySchema plain = schema(SpelledHistory.of(seed, LENGTH, PLAIN, features), dialect);
            HistorySchema spelled = schema(SpelledHistory.of(seed, LENGTH, any, features), dialect);

            assertThat(plain.contradictions()).as("seed %d, plain", seed).isEmpty();
            assertThat(spelled.contradictions()).as("seed %d", seed).isEmpty();
            assertThat(spelled.snapshot()).as("seed %d", seed).isEqualTo(plain.snapshot());
            assertThat(origins(spelled)).as("origins, seed %d", seed).isEqualTo(origins(plain));
        }
    }

    private static Map<SchemaObject, Origin> origins(HistorySchema schema) {
        Map<SchemaObject, Origin> origins = new HashMap<>();
        for (Table table : schema.snapshot().tables()) {
            List<SchemaObject> objects = new ArrayList<>(List.of(SchemaObject.table(table.name())));
            table.columns().forEach(column -> objects.add(SchemaObject.column(table.name(), column.name())));
            table.indexes().forEach(index -> objects.add(SchemaObject.index(table.name(), index.name())));
            objects.forEach(object -> origins.put(object, schema.origin(object).orElseThrow()));
        }
        return origins;
    }

    @OnDatabases({
        TestDatabase.POSTGRESQL,
        TestDatabase.MARIADB,
        TestDatabase.MYSQL,
        TestDatabase.H2,
        TestDatabase.HSQLDB,
        TestDatabase.SQLITE
    })
    void theSchemaOfAHistoryIsTheOneThatTheProductMakesOfIt(TestDb db) throws SQLException {
        Dialect dialect;
        try (Connection connection = db.connect()) {
            dialect = Dialects.of(connection);
        }
        Set<Feature> features = features(db.database());
        for (long seed = 0; seed < (FULL ? 300 : 6); seed++) {
            Spelling any = new AnySpelling(
                    new Random(~seed), dialect.identifiers().folding(), db.database() == TestDatabase.SQLITE);
            List<RevisionCode> revisions = revisions(SpelledHistory.of(seed, LENGTH, any, features));
            HistorySchema schema = HistorySchema.of(History.of(List.of(() -> revisions)), dialect);
            Retort retort = Retort.on(db.dataSource(), List.of(() -> revisions));

            retort.upgrade("head");
            try (Connection connection = db.connect()) {
                assertThat(Catalog.of(connection))
                        .as("seed %d", seed)
                        .containsExactlyElementsOf(expected(schema.snapshot(), connection.getMetaData()));
            }
            retort.downgrade("base");
            try (Connection connection = db.connect()) {
                assertThat(Catalog.of(connection))
                        .as("downgraded, seed %d", seed)
                        .isEmpty();
            }
        }
    }

    private static Set<Feature> features(TestDatabase database) {
        Set<Feature> features = EnumSet.allOf(Feature.class);
        features.remove(Feature.ADDED_ENUM_VALUES);
        if (database != TestDatabase.POSTGRESQL) {
            features.remove(Feature.ENUMS);
        }
        if (database == TestDatabase.SQLITE) {
            features.clear();
        }
        if (database == TestDatabase.H2) {
            features.remove(Feature.RENAMED_SEQUENCES);
        }
        if (database == TestDatabase.MYSQL) {
            features.remove(Feature.SEQUENCES);
        }
        return features;
    }

    private static HistorySchema schema(List<Consumer<Operations>> upgrades, Dialect dialect) {
        List<RevisionCode> revisions = revisions(upgrades);
        return HistorySchema.of(History.of(List.of(() -> revisions)), dialect);
    }

    private static List<RevisionCode> revisions(List<Consumer<Operations>> upgrades) {
        List<RevisionCode> revisions = new ArrayList<>();
        for (Consumer<Operations> upgrade : upgrades) {
            String id = "a%03d".formatted(revisions.size());
            List<String> parents = revisions.isEmpty() ? List.of() : List.of("a%03d".formatted(revisions.size() - 1));
            Migration migration = upgrade::accept;
            revisions.add(new RevisionCode(
                    new RevisionInfo(id, parents, List.of(), List.of(), id, null, true, "memory"), () -> migration));
        }
        return revisions;
    }

    /** The lines of the catalog that the snapshot promises. */
    private static Set<String> expected(Snapshot schema, DatabaseMetaData product) throws SQLException {
        UnaryOperator<String> stored = storage(product);
        Set<String> lines = new TreeSet<>();
        for (Table table : schema.tables()) {
            String name = stored.apply(table.name().name());
            table.columns().forEach(column -> lines.add(name + " column " + stored.apply(column.name())));
            for (Index index : table.indexes()) {
                lines.add(name + " index " + stored.apply(index.name()) + " "
                        + index.parts().stream()
                                .map(part -> stored.apply(part.text()))
                                .collect(Collectors.joining(",")));
            }
            table.constraints().forEach(constraint -> {
                if (constraint instanceof ForeignKey key) {
                    lines.add(name + " references "
                            + stored.apply(key.referencedTable().name()));
                } else if (constraint instanceof PrimaryKey key) {
                    lines.add(name + " key " + stored.apply(key.columns().get(0)));
                }
            });
        }
        return lines;
    }

    private static UnaryOperator<String> storage(DatabaseMetaData product) throws SQLException {
        boolean upper = product.storesUpperCaseIdentifiers();
        boolean lower = product.storesLowerCaseIdentifiers();
        return typed -> {
            Identifier identifier = Identifier.parse(typed);
            if (identifier.quoted() && (upper || lower)) {
                return identifier.text();
            }
            return upper
                    ? identifier.text().toUpperCase(Locale.ROOT)
                    : identifier.text().toLowerCase(Locale.ROOT);
        };
    }

    /**
     * Reads what the driver knows of the tables of a generated history, in lower case on products that ignore case. There, the
     * last statement that names a column can decide its spelling.
     */
    private static final class Catalog {

        private Catalog() {}

        static Set<String> of(Connection connection) throws SQLException {
            DatabaseMetaData product = connection.getMetaData();
            Set<String> lines = new TreeSet<>();
            for (String table : tables(connection, product)) {
                String catalog = connection.getCatalog();
                try (ResultSet columns = product.getColumns(catalog, null, table, null)) {
                    while (columns.next()) {
                        lines.add(table + " column " + columns.getString("COLUMN_NAME"));
                    }
                }
                lines.addAll(indexes(product, catalog, table));
                try (ResultSet keys = product.getImportedKeys(catalog, null, table)) {
                    while (keys.next()) {
                        lines.add(table + " references " + keys.getString("PKTABLE_NAME"));
                    }
                }
                try (ResultSet keys = product.getPrimaryKeys(catalog, null, table)) {
                    while (keys.next()) {
                        lines.add(table + " key " + keys.getString("COLUMN_NAME"));
                    }
                }
            }
            return product.storesUpperCaseIdentifiers() || product.storesLowerCaseIdentifiers()
                    ? lines
                    : lines.stream()
                            .map(line -> line.toLowerCase(Locale.ROOT))
                            .collect(Collectors.toCollection(TreeSet::new));
        }

        private static List<String> tables(Connection connection, DatabaseMetaData product) throws SQLException {
            List<String> names = new ArrayList<>();
            try (ResultSet tables = product.getTables(connection.getCatalog(), null, null, null)) {
                while (tables.next()) {
                    String name = tables.getString("TABLE_NAME");
                    if (name.matches("(?i)tab\\d+")) {
                        names.add(name);
                    }
                }
            }
            return names;
        }

        /** Only the indexes that an operation created have such a name; others belong to constraints. */
        private static List<String> indexes(DatabaseMetaData product, String catalog, String table)
                throws SQLException {
            Map<String, Map<Integer, String>> found = new TreeMap<>();
            try (ResultSet indexes = product.getIndexInfo(catalog, null, table, false, true)) {
                while (indexes.next()) {
                    String name = indexes.getString("INDEX_NAME");
                    if (name != null && name.matches("(?i)ix\\d+")) {
                        found.computeIfAbsent(name, key -> new TreeMap<>())
                                .put(indexes.getInt("ORDINAL_POSITION"), indexes.getString("COLUMN_NAME"));
                    }
                }
            }
            return found.entrySet().stream()
                    .map(index -> table + " index " + index.getKey() + " "
                            + String.join(",", index.getValue().values()))
                    .toList();
        }
    }
}
