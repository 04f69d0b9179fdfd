package io.retort.diff;

import io.retort.dialect.Identifiers;
import io.retort.diff.internal.compare.Counterparts;
import io.retort.diff.internal.compare.SchemaOwnership;
import io.retort.diff.internal.inspect.DdlReader;
import io.retort.diff.internal.inspect.OwnedSequence;
import io.retort.internal.history.History;
import io.retort.internal.sql.ColumnReferences;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final String COMMENTS = "(?:\\s++|--[^\\n]*+\\n|/\\*.*?\\*/)*+";

    private static final Pattern CREATED = Pattern.compile("(?is)^" + COMMENTS
            + "create\\s+(?:unlogged\\s+)?(?:table|sequence|type|domain)\\s+(?:if\\s+not\\s+exists\\s+)?"
            + "((?:[`\"][^`\"]+[`\"]|[^\\s(;])++)");

    /** The number of tokens in which a statement names the owner of a sequence. */
    private static final int OWNER = 40;

    private final Identifiers identifiers;
    private final Set<QualifiedName> names = new HashSet<>();
    private final Map<QualifiedName, Table> tables = new HashMap<>();
    private final Map<QualifiedName, Table> adopted = new HashMap<>();
    private final Map<QualifiedName, Table> owned = new HashMap<>();
    private final Set<String> fromSql = new HashSet<>();
    private final Map<QualifiedName, OwnedSequence> partsOfColumns = new HashMap<>();

    private HistoryOwnership(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    /** Replays the upgrade of every migration and keeps the objects that remain. */
    static HistoryOwnership of(History history, Identifiers identifiers) {
        HistoryOwnership ownership = new HistoryOwnership(identifiers);
        Snapshot made = Snapshot.EMPTY;
        for (RevisionInfo revision : history.graph().all()) {
            made = ownership.after(Operations.saidBy(history.migration(revision.id())::upgrade), made);
            if (revision.adopts() != null) {
                made.tables().forEach(table -> ownership.adopted.put(identifiers.canonical(table.name()), table));
            }
        }
        ownership.keep(made);
        return ownership;
    }

    private void keep(Snapshot made) {
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
        Matcher created = CREATED.matcher(sql);
        if (created.find()) {
            QualifiedName name = QualifiedName.parse(created.group(1).replace('`', '"'));
            if (KnownTables.of(name).isPresent()) {
                return false;
            }
            add(name);
        }
        return true;
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
                        && table.constraintsOf(Unique.class).anyMatch(made -> same(made.columns(), columns(index)));
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
                || constraint instanceof Unique unique && hasUnique(table.get(), unique)
                || constraint instanceof Check check && hasCheck(table.get(), check);
        return owner(made);
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
            return same(one.columns(), other.columns())
                    && same(
                            one.referencedTable().name(),
                            other.referencedTable().name());
        }
        return made instanceof Check one
                && constraint instanceof Check other
                && (letters(one).equals(letters(other)) || Counterparts.listSameColumn(one, other, live));
    }

    private static String letters(Check check) {
        return check.expression().toLowerCase(Locale.ROOT).replaceAll("[\\s()\"`]|::[a-z ]+", "");
    }

    /** A unique index or a {@code unique} in the column definition has the same effect. */
    private boolean hasUnique(Table table, Unique unique) {
        return table.indexes().stream().anyMatch(index -> index.unique() && same(columns(index), unique.columns()))
                || table.columns().stream()
                        .anyMatch(column -> same(List.of(column.name()), unique.columns()) && says(column, "unique"));
    }

    /** Where the product has no enum type, the constants of an enum are a check constraint. */
    private static boolean hasCheck(Table table, Check check) {
        return table.columns().stream()
                .anyMatch(column -> (column.type().kind() == SqlType.Kind.ENUM || says(column, "check"))
                        && ColumnReferences.of(column.name(), check.expression()));
    }

    private static boolean says(Column column, String word) {
        String text = column.type().text();
        return text != null && ColumnReferences.of(word, text);
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

    private static boolean isTemporary(Column made) {
        return made.defaultValue() instanceof Default.Literal literal && literal.temporary();
    }

    private static boolean has(Column made, Column live, Property property) {
        return switch (property) {
            case DEFAULT -> made.defaultValue() != null || says(made, "default");
            case COMMENT -> made.comment() != null || says(made, "comment");
            case COLLATION -> made.collation() != null || says(made, "collate");
            case IDENTITY -> Objects.equals(made.generation(), live.generation());
        };
    }

    @Override
    public Owner ownerOfComment(Table live) {
        return owner(owned(live).filter(table -> table.comment() != null).isPresent());
    }
}
