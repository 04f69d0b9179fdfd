package io.retort.diff;

import io.retort.internal.sql.MentionedNames;
import io.retort.schema.Column;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Default;
import io.retort.schema.EnumType;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The part of a live schema that a base revision takes: the tables of the entities, those that the user names, and the
 * sequences and types that these need.
 *
 * @param schema the part that is taken
 * @param left the tables and sequences that are not taken, without Retort's own
 * @param keys descriptions of the foreign keys that are not taken because they refer to a table that is not
 */
record TakenObjects(Snapshot schema, List<QualifiedName> left, List<String> keys) {

    /**
     * Chooses the objects.
     *
     * @param live the whole live schema
     * @param declared the schema of the entities
     * @param named whether the user names a table, sequence or type that no entity maps
     */
    static TakenObjects of(Snapshot live, Snapshot declared, Predicate<QualifiedName> named) {
        Predicate<QualifiedName> wanted = named.and(name -> KnownTables.of(name).isEmpty());
        List<Table> tables = live.tables().stream()
                .filter(table -> declared.table(table.name()).isPresent() || wanted.test(table.name()))
                .toList();
        Set<QualifiedName> names = tables.stream().map(Table::name).collect(Collectors.toSet());
        List<Sequence> sequences = live.sequences().stream()
                .filter(sequence -> declared.sequence(sequence.name()).isPresent()
                        || wanted.test(sequence.name())
                        || isUsed(sequence.name(), tables))
                .toList();
        List<EnumType> types = live.enumTypes().stream()
                .filter(type -> declared.enumType(type.name()).isPresent()
                        || wanted.test(type.name())
                        || isType(type.name(), tables))
                .toList();
        List<String> keys = new ArrayList<>();
        Snapshot taken = new Snapshot(tables, sequences, types).mapTables(table -> withoutForeign(table, names, keys));
        List<QualifiedName> left = new ArrayList<>();
        live.tables().stream()
                .map(Table::name)
                .filter(name -> !names.contains(name))
                .forEach(left::add);
        live.sequences().stream()
                .filter(sequence -> !sequences.contains(sequence))
                .map(Sequence::name)
                .forEach(left::add);
        return new TakenObjects(taken, left, keys);
    }

    private static Table withoutForeign(Table table, Set<QualifiedName> taken, List<String> keys) {
        return table.withConstraints(table.constraints().stream()
                .filter(constraint -> {
                    boolean lost = constraint instanceof ForeignKey key && !taken.contains(key.referencedTable());
                    if (lost) {
                        keys.add(constraint.description() + " on " + table.name());
                    }
                    return !lost;
                })
                .toList());
    }

    private static boolean isUsed(QualifiedName sequence, List<Table> tables) {
        return columns(tables).stream().anyMatch(column -> isUsed(sequence, column));
    }

    /** Returns whether the default of a column mentions a sequence. */
    static boolean isUsed(QualifiedName sequence, Column column) {
        return column.defaultValue() instanceof Default.Expression value && mentions(value.sql(), text(sequence));
    }

    private static boolean isType(QualifiedName type, List<Table> tables) {
        String name = text(type);
        return columns(tables).stream().map(Column::type).anyMatch(used -> isNamed(used, name));
    }

    private static boolean isNamed(SqlType type, String name) {
        SqlType element = type.element();
        String text = type.text();
        return element != null ? isNamed(element, name) : text != null && mentions(text, name);
    }

    private static boolean mentions(String sql, String name) {
        return MentionedNames.in(sql, SqlSyntax.STANDARD)
                .anyMatch(parts -> parts.get(parts.size() - 1).equals(name));
    }

    private static List<Column> columns(List<Table> tables) {
        return tables.stream().flatMap(table -> table.columns().stream()).toList();
    }

    private static String text(QualifiedName name) {
        return Identifier.parse(name.name()).text().toLowerCase(Locale.ROOT);
    }
}
