package io.retort.diff.internal.model;

import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.SqlValues;
import io.retort.internal.sql.TokenCursor;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Action;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
        List<SqlToken> options = clauses(key.getOptions());
        Constraint.Unique deferred = unique.deferred(deferral(options));
        return says(options, "nulls", "not", "distinct") ? deferred.nullsEqual() : deferred;
    }

    /** Makes the name unique, because tables of a class hierarchy inherit the same key with the same name. */
    private String name(Table table, UniqueKey key) {
        String given = key.getName();
        String name = given == null ? hashedName("UK", table, key) : names.written(given);
        if (reserve(table, name) || key.isNameExplicit()) {
            return name;
        }
        String own = hashedName("UK", table, key);
        return reserve(table, own) ? own : hashedName("UK_", table, key);
    }

    /**
     * Reserves a name that no other table has. A subclass that comes before the root in the alphabet takes the name that
     * Hibernate made for the root.
     */
    private boolean reserve(Table table, String name) {
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
        List<SqlToken> words = clauses(key.getKeyDefinition(), key.getOptions());
        return new Constraint.ForeignKey(
                names.of(database.getJdbcEnvironment().getIdentifierHelper().toIdentifier(key.getName())),
                columns(key.getColumns()),
                names.of(key.getReferencedTable()),
                columns(referenced),
                onDelete(key, words),
                action("update", words),
                deferral(words));
    }

    /** The words of the clauses, without the names of columns and tables, which can be any word. */
    private static List<SqlToken> clauses(@Nullable String... texts) {
        List<SqlToken> words = new ArrayList<>();
        int depth = 0;
        for (String text : texts) {
            TokenCursor cursor = new TokenCursor(SqlValues.tokens(text == null ? "" : text));
            while (!cursor.atEnd()) {
                if (cursor.take("references")) {
                    cursor.written();
                    continue;
                }
                SqlToken token = cursor.take();
                depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
                if (depth == 0) {
                    words.add(token);
                }
            }
        }
        return words;
    }

    private static boolean says(List<SqlToken> words, String... clause) {
        return IntStream.range(0, words.size())
                .anyMatch(at -> new TokenCursor(words.subList(at, words.size())).take(clause));
    }

    private Action onDelete(ForeignKey key, List<SqlToken> words) {
        boolean declared =
                key.getOnDeleteAction() != null && database.getDialect().supportsCascadeDelete();
        return declared
                ? action(
                        "delete", clauses("on delete " + key.getOnDeleteAction().toSqlString()))
                : action("delete", words);
    }

    private static Action action(String event, List<SqlToken> words) {
        return Arrays.stream(Action.values())
                .filter(action ->
                        says(words, ("on " + event + " " + action.name().replace('_', ' ')).split(" ")))
                .findFirst()
                .orElse(Action.NO_ACTION);
    }

    private static Deferral deferral(List<SqlToken> words) {
        if (says(words, "initially", "deferred")) {
            return Deferral.INITIALLY_DEFERRED;
        }
        return says(words, "deferrable") && !says(words, "not", "deferrable")
                ? Deferral.DEFERRABLE
                : Deferral.NOT_DEFERRABLE;
    }

    private List<String> columns(List<Column> columns) {
        return columns.stream().map(names::of).toList();
    }
}
