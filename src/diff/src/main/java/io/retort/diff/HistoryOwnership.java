package io.retort.diff;

import io.retort.dialect.Identifiers;
import io.retort.diff.internal.compare.Counterparts;
import io.retort.diff.internal.compare.ForeignKeyProperty;
import io.retort.diff.internal.compare.SchemaOwnership;
import io.retort.diff.internal.inspect.DdlReader;
import io.retort.diff.internal.inspect.OwnedSequence;
import io.retort.diff.progress.ComparisonProgress;
import io.retort.internal.history.History;
import io.retort.internal.sql.ColumnReferences;
import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.SqlValues;
import io.retort.internal.sql.TokenCursor;
import io.retort.migration.Operations;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.revision.RevisionInfo;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Default;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ownership decided by the migration history. A revision owns an object if an upgrade created it, with an operation or
 * in SQL, and no later revision dropped it. Tables that a revision creates by running the script of a known library are
 * an exception: they belong to that library.
 *
 * <p>Objects within tables are matched by name, then by columns. A database that was created by other means and then
 * stamped has the same objects under other names.
 *
 * <p>A revision that adopts an existing database owns its tables, sequences and types. The objects within these tables
 * belong to others: people and other tools created them, also where no entity declares them.
 */
final class HistoryOwnership implements SchemaOwnership {

    /** The number of tokens in which a statement names the owner of a sequence. */
    private static final int OWNER = 40;

    private final Identifiers identifiers;
    private final Set<QualifiedName> names = new HashSet<>();
    private final Map<QualifiedName, Table> tables = new HashMap<>();
    private final Map<QualifiedName, Table> adopted = new HashMap<>();
    private Snapshot found = Snapshot.EMPTY;
    private final Map<QualifiedName, Table> owned = new HashMap<>();
    private final Set<String> fromSql = new HashSet<>();
    private final Map<QualifiedName, OwnedSequence> partsOfColumns = new HashMap<>();

    private HistoryOwnership(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** Replays the upgrade of every migration and keeps the objects that remain. */
    static HistoryOwnership of(History history, Identifiers identifiers) {
        return of(history, identifiers, ComparisonProgress.NONE);
    }

    /** Also reports how many migrations are replayed. */
    static HistoryOwnership of(History history, Identifiers identifiers, ComparisonProgress progress) {
        int done = 0;
        IntConsumer replayed =
                progress.counting("reading the revisions", history.graph().size());
        HistoryOwnership ownership = new HistoryOwnership(identifiers);
        Snapshot made = Snapshot.EMPTY;
        for (RevisionInfo revision : history.graph().all()) {
            List<Operation> operations = Operations.collect(history.migration(revision.id())::upgrade);
            made = ownership.after(operations, made);
            ownership.found = new FoundObjects(ownership.found).after(operations);
            if (revision.adopts() != null) {
                ownership.found = made;
            }
            replayed.accept(++done);
        }
        ownership.keep(made);
        return ownership;
    }

    /**
     * The ownership when an adopting revision is the only one.
     *
     * @param base the operations of its upgrade
     * @param identifiers the names of the product
     */
    static HistoryOwnership adopting(List<Operation> base, Identifiers identifiers) {
        HistoryOwnership ownership = new HistoryOwnership(identifiers);
        Snapshot made = ownership.after(base, Snapshot.EMPTY);
        ownership.found = made;
        ownership.keep(made);
        return ownership;
    }

    private void keep(Snapshot made) {
        found.tables().forEach(table -> adopted.put(identifiers.canonical(table.name()), table));
        for (Table table : made.tables()) {
            QualifiedName name = identifiers.canonical(table.name());
            tables.put(name, table);
            Table existing = adopted.get(name);
            owned.put(name, existing == null ? table : AdoptedObjects.without(table, existing));
        }
        names.addAll(tables.keySet());
        made.sequences().stream().map(Sequence::name).forEach(this::add);
        made.enumTypes().forEach(type -> add(type.name()));
    }

    private void add(QualifiedName name) {
        names.add(identifiers.canonical(name));
    }

    private Snapshot after(List<Operation> operations, Snapshot before) {
        CreatedObjects created = new CreatedObjects(before);
        for (Operation operation : operations) {
            if (operation instanceof DataOperation.Execute execute) {
                execute(execute, created);
            } else {
                created.apply(operation);
            }
        }
        return created.schema();
    }

    private void execute(DataOperation.Execute execute, CreatedObjects created) {
        Snapshot before = created.schema();
        noteOwner(execute.sql());
        if (execute.means() == null) {
            created.set(after(execute.sql(), before));
        } else {
            addCreated(execute.sql());
            execute.means().forEach(created::apply);
        }
        noteIndexes(before, created.schema());
    }

    private void noteOwner(String sql) {
        TokenCursor cursor = new TokenCursor(sql, SqlSyntax.STANDARD, OWNER);
        if (!cursor.take("alter", "sequence")) {
            return;
        }
        cursor.take("if", "exists");
        QualifiedName sequence = cursor.name();
        while (!cursor.atEnd() && !cursor.take("owned", "by")) {
            cursor.take();
        }
        QualifiedName column = cursor.name();
        if (sequence != null && column != null) {
            noteOwner(sequence, column, sql);
        }
    }

    private void noteOwner(QualifiedName sequence, QualifiedName column, String sql) {
        QualifiedName name = identifiers.canonical(sequence);
        if (column.schema() == null) {
            partsOfColumns.remove(name);
        } else {
            QualifiedName within = QualifiedName.parse(column.name());
            QualifiedName table = within.schema() == null
                    ? new QualifiedName(null, column.schema())
                    : new QualifiedName(column.schema(), within.schema());
            partsOfColumns.put(
                    name,
                    new OwnedSequence(
                            name,
                            identifiers.canonical(table),
                            identifiers.canonical(within.name()),
                            sql,
                            "alter sequence " + identifiers.sql(sequence) + " owned by none"));
        }
    }

    private Snapshot after(String sql, Snapshot made) {
        if (!addCreated(sql)) {
            return made;
        }
        return DdlReader.apply(sql, identifiers, made);
    }

    private void noteIndexes(Snapshot before, Snapshot after) {
        for (Table table : after.tables()) {
            List<Index> known = before.table(table.name()).map(Table::indexes).orElse(List.of());
            table.indexes().stream()
                    .filter(index -> !known.contains(index))
                    .forEach(index -> fromSql.add(key(table, index)));
        }
    }

    /** Adds what a statement creates; returns false if it is a table of a library. */
    private boolean addCreated(String sql) {
        TokenCursor cursor = new TokenCursor(sql, SqlSyntax.STANDARD, OWNER);
        QualifiedName name = created(cursor);
        if (name != null) {
            if (KnownTables.of(name).isPresent()) {
                return false;
            }
            add(name);
        }
        return true;
    }

    /** Returns the name of the table, sequence or type that a statement creates; null for another statement. */
    private static @Nullable QualifiedName created(TokenCursor cursor) {
        if (!cursor.take("create")) {
            return null;
        }
        cursor.take("unlogged");
        if (!cursor.takeAny("table", "sequence", "type", "domain")) {
            return null;
        }
        cursor.take("if", "not", "exists");
        return cursor.name();
    }

    private String key(Table table, Index index) {
        return identifiers.canonical(table.name()) + " " + identifiers.canonical(index.name());
    }

    @Override
    public boolean test(QualifiedName name) {
        return names.contains(identifiers.canonical(name));
    }

    @Override
    public boolean isPartOfColumn(QualifiedName sequence) {
        return partsOfColumns.containsKey(identifiers.canonical(sequence));
    }

    /** Returns the sequences that revisions made parts of columns. */
    List<OwnedSequence> ownedSequences() {
        return partsOfColumns.values().stream()
                .sorted(Comparator.comparing(OwnedSequence::name))
                .toList();
    }

    @Override
    public boolean isOfLibrary(QualifiedName name) {
        return KnownTables.of(name).isPresent() && !test(name);
    }

    /** Returns the schemas of what the revisions created, as typed, without the current one. */
    List<String> schemas() {
        return names.stream()
                .map(QualifiedName::schema)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /** A table with the objects that revisions created, without those that they found. */
    private Optional<Table> owned(Table live) {
        return Optional.ofNullable(owned.get(identifiers.canonical(live.name())));
    }

    /** A table as the revisions created it, if they did. */
    Optional<Table> created(QualifiedName table) {
        return Optional.ofNullable(tables.get(identifiers.canonical(table)));
    }

    /** The type with which the revisions created a column, if they created it. */
    Optional<SqlType> type(QualifiedName table, String column) {
        return created(table)
                .flatMap(made -> made.columns().stream()
                        .filter(other -> same(other.name(), column))
                        .findFirst())
                .map(Column::type);
    }

    private static Owner owner(boolean revision) {
        return revision ? Owner.REVISION : Owner.OTHERS;
    }

    /** Entities cannot express such an index, so its absence from the model is no reason to drop it. */
    @Override
    public Owner owner(Table live, Index index) {
        boolean beyondEntities = index.method() != null
                || index.where() != null
                || index.parts().stream().anyMatch(Index.Part::expression);
        if (beyondEntities && fromSql.contains(key(live, index))) {
            return Owner.OTHERS;
        }
        return owner(owned(live).filter(table -> has(table, index, live)).isPresent());
    }

    /** Matches by name, and by columns only if the database has no index with the name that the revision used. */
    private boolean has(Table table, Index index, Table live) {
        return table.indexes().stream()
                        .anyMatch(made -> same(made.name(), index.name())
                                || made.unique() == index.unique()
                                        && same(columns(made), columns(index))
                                        && live.indexes().stream().noneMatch(other -> same(other.name(), made.name())))
                || index.unique()
                        && table.constraintsOf(Unique.class)
                                .anyMatch(
                                        made -> same(made.columns(), columns(index)) || isReplaced(made, index, live));
    }

    /** A unique index, for example with a condition, that has replaced a constraint of a revision and has its name. */
    private boolean isReplaced(Unique made, Index index, Table live) {
        return made.name() != null
                && same(made.name(), index.name())
                && live.constraintsOf(Unique.class)
                        .noneMatch(other -> other.name() != null && same(other.name(), made.name()));
    }

    private static List<String> columns(Index index) {
        return index.parts().stream().map(Index.Part::text).toList();
    }

    private boolean same(String one, String other) {
        return identifiers.canonical(one).equals(identifiers.canonical(other));
    }

    private boolean same(List<String> some, List<String> others) {
        return some.size() == others.size()
                && some.stream().allMatch(one -> others.stream().anyMatch(other -> same(one, other)));
    }

    @Override
    public Owner owner(Table live, Constraint constraint) {
        Optional<Table> table = owned(live);
        if (table.isEmpty()) {
            return Owner.OTHERS;
        }
        boolean made = table.get().constraints().stream().anyMatch(other -> same(other, constraint, live))
                || isInPlaceOfIndex(constraint, table.get(), live)
                || constraint instanceof Unique unique && hasUnique(table.get(), unique)
                || constraint instanceof Check check && hasCheck(table.get(), check);
        return owner(made);
    }

    /**
     * A unique constraint that has replaced an index of a revision, and has its name. On MySQL and MariaDB a unique index is
     * such a constraint.
     */
    private boolean isInPlaceOfIndex(Constraint constraint, Table made, Table live) {
        return constraint instanceof Unique unique
                && unique.name() != null
                && made.indexes().stream().anyMatch(index -> same(index.name(), unique.name()))
                && live.indexes().stream().noneMatch(index -> same(index.name(), unique.name()));
    }

    private boolean same(Constraint made, Constraint constraint, Table live) {
        String name = constraint.name();
        String madeName = made.name();
        if (name != null && madeName != null && same(name, madeName)) {
            return true;
        }
        boolean elsewhere = madeName != null
                && live.constraints().stream().anyMatch(other -> other.name() != null && same(other.name(), madeName));
        if (elsewhere) {
            return false;
        }
        if (made instanceof PrimaryKey one && constraint instanceof PrimaryKey other) {
            return same(one.columns(), other.columns());
        }
        if (made instanceof Unique one && constraint instanceof Unique other) {
            return same(one.columns(), other.columns());
        }
        if (made instanceof ForeignKey one && constraint instanceof ForeignKey other) {
            return referencesSame(one, other)
                    && (doesSame(one, other)
                            || live.constraintsOf(ForeignKey.class)
                                    .noneMatch(third -> referencesSame(one, third) && doesSame(one, third)));
        }
        return made instanceof Check one
                && constraint instanceof Check other
                && (letters(one).equals(letters(other)) || Counterparts.listSameColumn(one, other, live));
    }

    private boolean referencesSame(ForeignKey one, ForeignKey other) {
        return same(one.columns(), other.columns())
                && same(one.referencedTable().name(), other.referencedTable().name());
    }

    private static boolean doesSame(ForeignKey one, ForeignKey other) {
        return Stream.of(ForeignKeyProperty.values()).allMatch(property -> property.isSame(one, other));
    }

    /** The expression without what databases add to it: quotes, parentheses and casts. */
    private static List<String> letters(Check check) {
        TokenCursor cursor = new TokenCursor(SqlValues.tokens(check.expression()));
        List<String> letters = new ArrayList<>();
        while (!cursor.atEnd()) {
            if (cursor.take(":", ":")) {
                skipType(cursor);
            } else {
                SqlToken token = cursor.take();
                if (!token.is("(") && !token.is(")")) {
                    letters.add(token.isName() ? SqlValues.word(token) : token.text());
                }
            }
        }
        return letters;
    }

    private static void skipType(TokenCursor cursor) {
        cursor.written();
        boolean more = true;
        while (more) {
            more = cursor.takeAny("varying", "precision", "with", "without", "time", "zone");
        }
    }

    /** A unique index or a {@code unique} in the column definition has the same effect. */
    private boolean hasUnique(Table table, Unique unique) {
        return table.indexes().stream().anyMatch(index -> index.unique() && same(columns(index), unique.columns()))
                || table.columns().stream()
                        .anyMatch(column ->
                                same(List.of(column.name()), unique.columns()) && definitionContains(column, "unique"));
    }

    /** Where the product has no enum type, the constants of an enum are a check constraint. */
    private static boolean hasCheck(Table table, Check check) {
        return table.columns().stream()
                .anyMatch(column -> (column.type().kind() == SqlType.Kind.ENUM || definitionContains(column, "check"))
                        && ColumnReferences.of(column.name(), check.expression()));
    }

    private static boolean definitionContains(Column column, String word) {
        String text = column.type().text();
        return text != null && SqlValues.tokens(text).stream().anyMatch(token -> token.is(word));
    }

    @Override
    public Owner owner(Table live, Column column) {
        return owner(owned(live)
                .filter(table -> table.columns().stream().anyMatch(other -> same(other.name(), column.name())))
                .isPresent());
    }

    @Override
    public Owner owner(Table live, Column column, Property property) {
        Optional<Column> made = owned(live)
                .flatMap(table -> table.columns().stream()
                        .filter(other -> same(other.name(), column.name()))
                        .findFirst());
        if (property == Property.DEFAULT
                && made.filter(HistoryOwnership::isTemporary).isPresent()) {
            return Owner.OLDER_RELEASE;
        }
        return owner(made.filter(found -> has(found, column, property)).isPresent());
    }

    /** A revision that replaces a foreign key repeats what the key did when the database was adopted. */
    @Override
    public Owner owner(Table live, ForeignKey key, ForeignKeyProperty property) {
        boolean found = Optional.ofNullable(adopted.get(identifiers.canonical(live.name()))).stream()
                .flatMap(table -> table.constraintsOf(ForeignKey.class))
                .anyMatch(other -> referencesSame(other, key) && property.isSame(other, key));
        return found ? Owner.OTHERS : owner(live, key);
    }

    private static boolean isTemporary(Column made) {
        return made.defaultValue() instanceof Default.Literal literal && literal.temporary();
    }

    private static boolean has(Column made, Column live, Property property) {
        return switch (property) {
            case DEFAULT -> made.defaultValue() != null || definitionContains(made, "default");
            case COMMENT -> made.comment() != null || definitionContains(made, "comment");
            case COLLATION -> made.collation() != null || definitionContains(made, "collate");
            case IDENTITY -> Objects.equals(made.generation(), live.generation());
        };
    }

    @Override
    public Owner ownerOfComment(Table live) {
        return owner(owned(live).filter(table -> table.comment() != null).isPresent());
    }
}
