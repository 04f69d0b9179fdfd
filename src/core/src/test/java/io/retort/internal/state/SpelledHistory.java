package io.retort.internal.state;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.enumType;
import static io.retort.migration.Definitions.foreignKey;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.sequence;
import static io.retort.migration.Definitions.unique;
import static io.retort.migration.Definitions.varchar;

import io.retort.migration.Operations;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A random history. The operations depend on the seed alone; the spelling decides only how each name in them is typed, so that
 * two histories with one seed make the same schema if the product reads the spellings as the same names.
 */
final class SpelledHistory {

    /** How names are typed. */
    interface Spelling {

        /** Types the name of an object that does not exist yet. */
        String created(String name);

        /** Types the name of an existing table, sequence or type. */
        String table(String name);

        /** Types the name of an existing column. */
        String column(String name);

        /** Types the name of an existing constraint or index. */
        String part(String name);
    }

    /** What a product has. */
    enum Feature {
        SEQUENCES,
        RENAMED_SEQUENCES,
        ENUMS,
        /** Which cannot be reverted. */
        ADDED_ENUM_VALUES,
        RENAMED_PARTS,
        ALTERED_TABLES
    }

    /** A table in the state of the generator, with plain names. */
    private static final class State {

        private final Map<String, Integer> columns = new LinkedHashMap<>();
        private final Map<String, List<String>> uniques = new TreeMap<>();
        private final Map<String, List<String>> keys = new TreeMap<>();
        private final Map<String, String> targets = new TreeMap<>();
        private final Map<String, List<String>> indexes = new TreeMap<>();

        boolean uses(String column) {
            return List.of(uniques, keys, indexes).stream()
                    .flatMap(parts -> parts.values().stream())
                    .anyMatch(columns -> columns.contains(column));
        }
    }

    private final Random random;
    private final Spelling spelling;
    private final Set<Feature> features;
    private final Map<String, State> tables = new TreeMap<>();
    private final Map<String, Integer> sequences = new TreeMap<>();
    private final Map<String, List<String>> enums = new TreeMap<>();
    private int names;

    private SpelledHistory(long seed, Spelling spelling, Set<Feature> features) {
        this.random = new Random(seed);
        this.spelling = spelling;
        this.features = features;
    }

    /** Returns the upgrade of each revision. */
    static List<Consumer<Operations>> of(long seed, int length, Spelling spelling, Set<Feature> features) {
        SpelledHistory history = new SpelledHistory(seed, spelling, features);
        List<Consumer<Operations>> upgrades = new ArrayList<>();
        upgrades.add(history.createTable());
        while (upgrades.size() < length) {
            history.next().ifPresentOrElse(upgrades::add, () -> upgrades.add(history.createTable()));
        }
        return upgrades;
    }

    private Optional<Consumer<Operations>> next() {
        boolean alters = features.contains(Feature.ALTERED_TABLES);
        return switch (random.nextInt(18)) {
            case 0, 1 -> Optional.of(createTable());
            case 2 -> Optional.of(renameTable());
            case 3 -> dropTable();
            case 4, 5 -> Optional.of(addColumn());
            case 6 -> dropColumn();
            case 7 -> Optional.of(renameColumn());
            case 8 -> alters ? alterColumn() : Optional.empty();
            case 9 -> alters ? Optional.of(addUnique()) : Optional.empty();
            case 10 -> alters ? Optional.of(addForeignKey()) : Optional.empty();
            case 11 -> alters ? dropUnique() : Optional.empty();
            case 12 -> alters ? dropForeignKey() : Optional.empty();
            case 13 -> features.contains(Feature.RENAMED_PARTS) ? renameUnique() : Optional.empty();
            case 14 -> Optional.of(createIndex());
            case 15 -> dropOrRenameIndex();
            case 16 -> features.contains(Feature.SEQUENCES) ? Optional.of(sequenceChange()) : Optional.empty();
            default -> features.contains(Feature.ENUMS) ? Optional.of(enumChange()) : Optional.empty();
        };
    }

    private String fresh(String kind) {
        return kind + ++names;
    }

    private <T> T any(Collection<T> values) {
        return new ArrayList<>(values).get(random.nextInt(values.size()));
    }

    private String[] columns(List<String> names) {
        return names.stream().map(spelling::column).toArray(String[]::new);
    }

    private Column defined(String typed, int length) {
        return column(typed, length == 0 ? bigint() : varchar(length));
    }

    private List<String> someColumns(State state) {
        List<String> all = new ArrayList<>(state.columns.keySet());
        all.remove("id");
        Collections.shuffle(all, random);
        return all.isEmpty() ? all : List.copyOf(all.subList(0, 1 + random.nextInt(Math.min(2, all.size()))));
    }

    private Consumer<Operations> createTable() {
        State state = new State();
        String name = fresh("tab");
        List<Table.Element> elements = new ArrayList<>();
        state.columns.put("id", 0);
        elements.add(column(spelling.created("id"), bigint()).notNull());
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            String column = fresh("col");
            int length = 10 + random.nextInt(30);
            state.columns.put(column, length);
            elements.add(defined(spelling.created(column), length));
        }
        elements.add(primaryKey(spelling.column("id")));
        if (random.nextBoolean()) {
            String unique = fresh("uk");
            List<String> of = someColumns(state);
            state.uniques.put(unique, of);
            elements.add(unique(spelling.created(unique), columns(of)));
        }
        if (random.nextBoolean() && !tables.isEmpty()) {
            elements.add(newForeignKey(state, "id"));
        }
        tables.put(name, state);
        String typed = spelling.created(name);
        return op -> op.createTable(typed, elements.toArray(new Table.Element[0]));
    }

    private Constraint newForeignKey(State state, String column) {
        String key = fresh("fk");
        String target = any(tables.entrySet().stream()
                .filter(table -> table.getValue() != state)
                .map(Map.Entry::getKey)
                .toList());
        state.keys.put(key, List.of(column));
        state.targets.put(key, target);
        return foreignKey(spelling.created(key), spelling.column(column))
                .references(spelling.table(target), spelling.column("id"));
    }

    private Consumer<Operations> renameTable() {
        String before = any(tables.keySet());
        String after = fresh("tab");
        tables.put(after, tables.remove(before));
        tables.values()
                .forEach(state -> state.targets.replaceAll((key, target) -> target.equals(before) ? after : target));
        String typedBefore = spelling.table(before);
        String typedAfter = spelling.created(after);
        return op -> op.renameTable(typedBefore, typedAfter);
    }

    private Optional<Consumer<Operations>> dropTable() {
        String name = any(tables.keySet());
        boolean isReferenced = tables.values().stream().anyMatch(state -> state.targets.containsValue(name));
        if (isReferenced || tables.size() == 1 || !tables.get(name).indexes.isEmpty()) {
            return Optional.empty();
        }
        State state = tables.remove(name);
        List<Table.Element> elements = new ArrayList<>();
        state.columns.forEach((column, length) -> elements.add(
                length == 0
                        ? defined(spelling.column(column), length).notNull()
                        : defined(spelling.column(column), length)));
        elements.add(primaryKey(spelling.column("id")));
        state.uniques.forEach((unique, of) -> elements.add(unique(spelling.part(unique), columns(of))));
        state.keys.forEach((key, of) -> elements.add(existingForeignKey(state, key)));
        String typed = spelling.table(name);
        return Optional.of(op -> op.dropTable(typed, elements.toArray(new Table.Element[0])));
    }

    private Constraint existingForeignKey(State state, String key) {
        return foreignKey(spelling.part(key), columns(state.keys.get(key)))
                .references(spelling.table(state.targets.get(key)), spelling.column("id"));
    }

    private Consumer<Operations> addColumn() {
        String table = any(tables.keySet());
        String column = fresh("col");
        int length = 10 + random.nextInt(30);
        tables.get(table).columns.put(column, length);
        String typed = spelling.table(table);
        Column added = defined(spelling.created(column), length);
        return op -> op.addColumn(typed, added);
    }

    private Optional<String> looseColumn(String table) {
        State state = tables.get(table);
        return state.columns.keySet().stream()
                .filter(column -> !column.equals("id") && !state.uses(column))
                .findFirst();
    }

    private Optional<Consumer<Operations>> dropColumn() {
        String table = any(tables.keySet());
        return looseColumn(table).map(column -> {
            int length = tables.get(table).columns.remove(column);
            String typed = spelling.table(table);
            Column dropped = defined(spelling.column(column), length);
            return op -> op.dropColumn(typed, dropped);
        });
    }

    private Consumer<Operations> renameColumn() {
        String table = any(tables.keySet());
        State state = tables.get(table);
        List<String> names = state.columns.keySet().stream()
                .filter(column -> !column.equals("id"))
                .toList();
        if (names.isEmpty()) {
            return addColumn();
        }
        String before = any(names);
        String after = fresh("col");
        Map<String, Integer> renamed = new LinkedHashMap<>();
        state.columns.forEach((column, length) -> renamed.put(column.equals(before) ? after : column, length));
        state.columns.clear();
        state.columns.putAll(renamed);
        for (Map<String, List<String>> parts : List.of(state.uniques, state.keys, state.indexes)) {
            parts.replaceAll((name, of) -> of.stream()
                    .map(column -> column.equals(before) ? after : column)
                    .toList());
        }
        String typed = spelling.table(table);
        String typedBefore = spelling.column(before);
        String typedAfter = spelling.created(after);
        return op -> op.renameColumn(typed, typedBefore, typedAfter);
    }

    private Optional<Consumer<Operations>> alterColumn() {
        String table = any(tables.keySet());
        return looseColumn(table).map(column -> {
            int length = tables.get(table).columns.get(column);
            tables.get(table).columns.put(column, length + 10);
            String typed = spelling.table(table);
            String name = spelling.column(column);
            Column before = defined(name, length);
            Column after = defined(name, length + 10);
            return op -> op.alterColumn(typed, before, after);
        });
    }

    private Consumer<Operations> addUnique() {
        String table = any(tables.keySet());
        State state = tables.get(table);
        String unique = fresh("uk");
        List<String> of = someColumns(state);
        boolean exists = state.uniques.values().stream()
                .anyMatch(other -> Set.copyOf(other).equals(Set.copyOf(of)));
        if (of.isEmpty() || exists) {
            return addColumn();
        }
        state.uniques.put(unique, of);
        String typed = spelling.table(table);
        Constraint added = unique(spelling.created(unique), columns(of));
        return op -> op.addConstraint(typed, added);
    }

    private Consumer<Operations> addForeignKey() {
        String table = any(tables.keySet());
        State state = tables.get(table);
        if (!state.keys.isEmpty() || tables.size() == 1) {
            return addColumn();
        }
        Constraint added = newForeignKey(state, "id");
        String typed = spelling.table(table);
        return op -> op.addConstraint(typed, added);
    }

    private Optional<Consumer<Operations>> dropUnique() {
        return tables.entrySet().stream()
                .filter(table -> !table.getValue().uniques.isEmpty())
                .findFirst()
                .map(table -> {
                    String unique = any(table.getValue().uniques.keySet());
                    List<String> of = table.getValue().uniques.remove(unique);
                    String typed = spelling.table(table.getKey());
                    Constraint dropped = unique(spelling.part(unique), columns(of));
                    return op -> op.dropConstraint(typed, dropped);
                });
    }

    private Optional<Consumer<Operations>> dropForeignKey() {
        return tables.entrySet().stream()
                .filter(table -> !table.getValue().keys.isEmpty())
                .findFirst()
                .map(table -> {
                    State state = table.getValue();
                    String key = any(state.keys.keySet());
                    Constraint dropped = existingForeignKey(state, key);
                    state.keys.remove(key);
                    state.targets.remove(key);
                    String typed = spelling.table(table.getKey());
                    return op -> op.dropConstraint(typed, dropped);
                });
    }

    private Optional<Consumer<Operations>> renameUnique() {
        return tables.entrySet().stream()
                .filter(table -> !table.getValue().uniques.isEmpty())
                .findFirst()
                .map(table -> {
                    String before = any(table.getValue().uniques.keySet());
                    String after = fresh("uk");
                    List<String> of = table.getValue().uniques.remove(before);
                    table.getValue().uniques.put(after, of);
                    String typed = spelling.table(table.getKey());
                    Constraint renamed = unique(spelling.part(before), columns(of));
                    String typedAfter = spelling.created(after);
                    return op -> op.renameConstraint(typed, renamed, typedAfter);
                });
    }

    private Consumer<Operations> createIndex() {
        String table = any(tables.keySet());
        State state = tables.get(table);
        String index = fresh("ix");
        List<String> of = someColumns(state);
        if (of.isEmpty()) {
            return addColumn();
        }
        state.indexes.put(index, of);
        String typed = spelling.table(table);
        String name = spelling.created(index);
        String[] columns = columns(of);
        return op -> op.createIndex(typed, index(name, columns));
    }

    private Optional<Consumer<Operations>> dropOrRenameIndex() {
        return tables.entrySet().stream()
                .filter(table -> !table.getValue().indexes.isEmpty())
                .findFirst()
                .map(table -> {
                    String index = any(table.getValue().indexes.keySet());
                    List<String> of = table.getValue().indexes.remove(index);
                    String typed = spelling.table(table.getKey());
                    String name = spelling.part(index);
                    if (!features.contains(Feature.RENAMED_PARTS) || random.nextBoolean()) {
                        String[] columns = columns(of);
                        return op -> op.dropIndex(typed, index(name, columns));
                    }
                    String after = fresh("ix");
                    table.getValue().indexes.put(after, of);
                    String typedAfter = spelling.created(after);
                    return op -> op.renameIndex(typed, name, typedAfter);
                });
    }

    private Consumer<Operations> sequenceChange() {
        if (sequences.isEmpty() || random.nextInt(3) == 0) {
            String name = fresh("seq");
            sequences.put(name, 1);
            String typed = spelling.created(name);
            return op -> op.createSequence(sequence(typed));
        }
        String name = any(sequences.keySet());
        int change = random.nextInt(features.contains(Feature.RENAMED_SEQUENCES) ? 3 : 2);
        int increment = sequences.remove(name);
        String typed = spelling.table(name);
        switch (change) {
            case 0 -> {
                return op -> op.dropSequence(sequence(typed).incrementBy(increment));
            }
            case 2 -> {
                String after = fresh("seq");
                sequences.put(after, increment);
                String typedAfter = spelling.created(after);
                return op -> op.renameSequence(typed, typedAfter);
            }
            default -> {
                sequences.put(name, increment + 5);
                return op -> op.alterSequence(
                        sequence(typed).incrementBy(increment), sequence(typed).incrementBy(increment + 5));
            }
        }
    }

    private Consumer<Operations> enumChange() {
        if (enums.isEmpty() || random.nextInt(3) == 0) {
            String name = fresh("enu");
            enums.put(name, List.of("A", "B"));
            String typed = spelling.created(name);
            return op -> op.createEnum(enumType(typed, "A", "B"));
        }
        String name = any(enums.keySet());
        String[] values = enums.remove(name).toArray(String[]::new);
        String typed = spelling.table(name);
        if (random.nextBoolean()) {
            return op -> op.dropEnum(enumType(typed, values));
        }
        List<String> more = new ArrayList<>(List.of(values));
        more.add("V" + values.length);
        enums.put(name, more);
        if (features.contains(Feature.ADDED_ENUM_VALUES) && random.nextBoolean()) {
            return op -> op.addEnumValue(typed, "V" + values.length);
        }
        return op -> op.alterEnum(enumType(typed, values), enumType(typed, more.toArray(String[]::new)));
    }
}
