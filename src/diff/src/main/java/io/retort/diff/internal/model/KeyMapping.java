package io.retort.diff.internal.model;

import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Action;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.NamingHelper;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.PrimaryKey;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.UniqueKey;
import org.jspecify.annotations.Nullable;

/** Maps primary keys, unique constraints and foreign keys. */
final class KeyMapping {

    private final Metadata metadata;
    private final Database database;
    private final ModelNames names;
    private final ModelDdl ddl;
    private final Map<QualifiedName, Table> takenNames = new HashMap<>();

    KeyMapping(Metadata metadata, ModelNames names, ModelDdl ddl) {
        this.metadata = metadata;
        this.database = metadata.getDatabase();
        this.names = names;
        this.ddl = ddl;
    }

    /** Hibernate does not write its generated name of a primary key, so the database chooses one. */
    Optional<Constraint.PrimaryKey> primaryKey(Table table) {
        PrimaryKey key = table.getPrimaryKey();
        if (key == null || key.getColumnSpan() == 0) {
            return Optional.empty();
        }
        UniqueKey named = key.getOrderingUniqueKey();
        String name = named != null && named.isNameExplicit() ? names.written(named.getName()) : null;
        return Optional.of(new Constraint.PrimaryKey(name, columns(key.getColumns())));
    }

    List<Constraint.Unique> uniques(Table table) {
        List<Constraint.Unique> uniques = new ArrayList<>();
        UniqueKeys.of(table).stream()
                .filter(key -> isCreated(table, key))
                .map(key -> unique(table, key))
                .forEach(uniques::add);
        table.getColumns().stream()
                .filter(column ->
                        ColumnDefinition.parse(column.getSqlType(metadata)).unique())
                .map(column -> List.of(names.of(column)))
                .filter(columns ->
                        uniques.stream().noneMatch(unique -> unique.columns().equals(columns)))
                .map(columns -> defined(table, columns))
                .forEach(uniques::add);
        return uniques;
    }

    /** A unique constraint declared in a column definition. */
    private Constraint.Unique defined(Table table, List<String> columns) {
        String name = NamingHelper.INSTANCE.generateHashedConstraintName(
                "UK",
                table.getNameIdentifier(),
                columns.stream().map(Identifier::toIdentifier).toList());
        return new Constraint.Unique(names.written(name), columns);
    }

    /** Where tables cannot be altered (SQLite), Hibernate creates only unique keys declared on their single column. */
    private boolean isCreated(Table table, UniqueKey key) {
        if (database.getDialect().hasAlterTable()) {
            return true;
        }
        Column column = key.getColumnSpan() == 1 ? table.getColumn(key.getColumn(0)) : null;
        return column != null && column.isUnique();
    }

    private Constraint.Unique unique(Table table, UniqueKey key) {
        Constraint.Unique unique = new Constraint.Unique(name(table, key), columns(key.getColumns()));
        String options = lower(key.getOptions());
        Constraint.Unique deferred = unique.deferred(deferral(options));
        return options.contains("nulls not distinct") ? deferred.nullsEqual() : deferred;
    }

    /** Makes the name unique, because tables of a class hierarchy inherit the same key with the same name. */
    private String name(Table table, UniqueKey key) {
        String given = key.getName();
        String name = given == null ? hashedName("UK", table, key) : names.written(given);
        if (isFree(table, name) || key.isNameExplicit()) {
            return name;
        }
        String own = hashedName("UK", table, key);
        return isFree(table, own) ? own : hashedName("UK_", table, key);
    }

    /** A subclass that comes before the root in the alphabet takes the name that Hibernate made for the root. */
    private boolean isFree(Table table, String name) {
        Table holder = takenNames.putIfAbsent(names.of(table).withName(name), table);
        return holder == null || holder.equals(table);
    }

    private String hashedName(String prefix, Table table, UniqueKey key) {
        return names.written(NamingHelper.INSTANCE.generateHashedConstraintName(
                prefix,
                table.getNameIdentifier(),
                key.getColumns().stream()
                        .map(column -> column.getNameIdentifier(database))
                        .toList()));
    }

    List<Constraint.ForeignKey> foreignKeys(Table table) {
        return table.getForeignKeyCollection().stream()
                .filter(key -> !ddl.create(key).isEmpty())
                .map(this::foreignKey)
                .toList();
    }

    private Constraint.ForeignKey foreignKey(ForeignKey key) {
        List<Column> referenced = key.isReferenceToPrimaryKey()
                ? key.getReferencedTable().getPrimaryKey().getColumns()
                : key.getReferencedColumns();
        String words = lower(key.getKeyDefinition()) + " " + lower(key.getOptions());
        return new Constraint.ForeignKey(
                names.of(database.getJdbcEnvironment().getIdentifierHelper().toIdentifier(key.getName())),
                columns(key.getColumns()),
                names.of(key.getReferencedTable()),
                columns(referenced),
                onDelete(key, words),
                action("on update", words),
                deferral(words));
    }

    private Action onDelete(ForeignKey key, String words) {
        boolean declared =
                key.getOnDeleteAction() != null && database.getDialect().supportsCascadeDelete();
        return declared
                ? action("on delete", "on delete " + key.getOnDeleteAction().toSqlString())
                : action("on delete", words);
    }

    private static Action action(String when, String words) {
        Matcher matcher = Pattern.compile(when + "\\s+(no action|restrict|cascade|set null|set default)")
                .matcher(words);
        return matcher.find()
                ? Action.valueOf(matcher.group(1).replace(' ', '_').toUpperCase(Locale.ROOT))
                : Action.NO_ACTION;
    }

    private static Deferral deferral(String words) {
        if (words.contains("initially deferred")) {
            return Deferral.INITIALLY_DEFERRED;
        }
        return words.contains("deferrable") && !words.contains("not deferrable")
                ? Deferral.DEFERRABLE
                : Deferral.NOT_DEFERRABLE;
    }

    private List<String> columns(List<Column> columns) {
        return columns.stream().map(names::of).toList();
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
