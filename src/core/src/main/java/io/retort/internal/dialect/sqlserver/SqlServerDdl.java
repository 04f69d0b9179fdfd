package io.retort.internal.dialect.sqlserver;

import io.retort.internal.dialect.ansi.AnsiDdl;
import io.retort.internal.dialect.ansi.ColumnChange;
import io.retort.internal.dialect.ansi.EnumCheck;
import io.retort.internal.dialect.ansi.RowSql;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.SequenceOperation;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Default;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType.Kind;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The DDL of SQL Server. */
final class SqlServerDdl extends AnsiDdl {

    /** Access methods that are index types on SQL Server, and precede the keyword {@code index}. */
    private static final Set<String> SORTS = Set.of("clustered", "nonclustered");

    private final CatalogSql catalog;

    SqlServerDdl(SqlNaming words) {
        super(words, new SqlServerClauses(words), new SqlServerSequences(words));
        this.catalog = new CatalogSql(words);
    }

    /** In a unique constraint two nulls are equal, so one with nullable columns becomes an index, as Hibernate does. */
    @Override
    public List<Statement> createTable(TableOperation.Create create) {
        Table table = create.table();
        Predicate<Constraint> holed = constraint -> constraint instanceof Unique unique
                && !unique.nullsNotDistinct()
                && table.columns().stream()
                        .anyMatch(
                                column -> column.nullable() && unique.columns().contains(column.name()));
        Table created = table.withConstraints(
                table.constraints().stream().filter(holed.negate()).toList());
        Stream<Statement> indexes = table.constraints().stream()
                .filter(holed)
                .map(unique -> sql(uniqueIndex(table.name(), (Unique) unique)));
        return Stream.concat(super.createTable(new TableOperation.Create(created)).stream(), indexes)
                .toList();
    }

    private String uniqueIndex(QualifiedName table, Unique unique) {
        String filled = unique.columns().stream()
                .map(column -> words.name(column) + " is not null")
                .collect(Collectors.joining(" and "));
        return "create unique nonclustered index " + words.name(unique.name()) + " on " + words.name(table) + " "
                + words.names(unique.columns()) + " where " + filled;
    }

    @Override
    protected List<Statement> comment(Table table) {
        return table.comment() == null ? List.of() : one(catalog.describe(table.name(), null, null, table.comment()));
    }

    @Override
    protected List<Statement> comments(QualifiedName table, Column column) {
        return column.comment() == null
                ? List.of()
                : one(catalog.describe(table, column.name(), null, column.comment()));
    }

    @Override
    public List<Statement> commentTable(TableOperation.Comment comment) {
        return one(catalog.describe(comment.table(), null, comment.before(), comment.after()));
    }

    @Override
    public List<Statement> renameTable(TableOperation.Rename rename) {
        refusals.otherSchema(rename.before(), rename.after(), "table");
        return one(catalog.rename(words.name(rename.before()), rename.after().name(), "OBJECT"));
    }

    /** Existing rows get the default, as on other products. */
    @Override
    public List<Statement> addColumn(ColumnOperation.Add add) {
        Column column = add.column();
        String filled = column.nullable() && column.defaultValue() != null ? " with values" : "";
        List<Statement> statements = new ArrayList<>();
        statements.add(sql(alterTable(add.table()) + " add " + clauses.column(add.table(), column) + filled));
        statements.addAll(comments(add.table(), column));
        statements.addAll(key(add));
        return statements;
    }

    @Override
    public List<Statement> dropColumn(ColumnOperation.Drop drop) {
        Column column = drop.column();
        boolean held =
                column == null || column.defaultValue() != null || column.type().kind() == Kind.ENUM;
        Stream<Statement> freed =
                held ? Stream.of(sql(catalog.dropConstraints(drop.table(), drop.name()))) : Stream.empty();
        return Stream.concat(freed, super.dropColumn(drop).stream()).toList();
    }

    /** A default is a separate constraint; type and {@code not null} are changed together. */
    @Override
    public List<Statement> alterColumn(ColumnOperation.Alter alter) {
        if (alter.using() != null) {
            return converted(alter);
        }
        ColumnChange change = ColumnChange.of(alter);
        possible(change);
        EnumCheck enumCheck = new EnumCheck(words);
        boolean otherValues = enumCheck.isOther(change);
        boolean freed = otherValues && enumCheck.isNeeded(change.before());
        boolean otherDefault = change.defaultValue() || change.kind() || freed;
        List<Statement> statements = new ArrayList<>();
        if (freed) {
            statements.add(
                    sql(catalog.dropConstraints(alter.table(), alter.after().name())));
        } else if (otherDefault && change.before().defaultValue() != null) {
            statements.add(sql(catalog.dropDefault(alter.table(), alter.after().name())));
        }
        if (change.type() || change.nullability()) {
            statements.add(sql(alterTable(alter.table()) + " alter column "
                    + words.name(alter.after().name()) + " " + clauses.type(alter.after())
                    + (alter.after().nullable() ? " null" : " not null")));
        }
        Default value = alter.after().defaultValue();
        if (otherDefault && value != null) {
            statements.add(sql(alterTable(alter.table()) + " add default " + clauses.value(alter.after(), value)
                    + " for " + words.name(alter.after().name())));
        }
        if (otherValues && enumCheck.isNeeded(change.after())) {
            statements.addAll(addConstraint(
                    new ConstraintOperation.Add(alter.table(), enumCheck.constraint(alter.table(), change.after()))));
        }
        if (change.comment()) {
            statements.add(sql(catalog.describe(
                    alter.table(),
                    alter.after().name(),
                    alter.before().comment(),
                    alter.after().comment())));
        }
        return statements;
    }

    private void possible(ColumnChange change) {
        boolean computed = change.after().generation() instanceof Computed;
        if (change.generation() || (computed && (change.type() || change.nullability()))) {
            throw refusals.otherGeneration(change);
        }
    }

    @Override
    public List<Statement> renameColumn(ColumnOperation.Rename rename) {
        return one(catalog.rename(part(rename.table(), rename.before()), rename.after(), "COLUMN"));
    }

    private String part(QualifiedName table, String name) {
        return words.name(table) + "." + words.name(name);
    }

    @Override
    public List<Statement> addConstraint(ConstraintOperation.Add add) {
        Constraint constraint = add.constraint();
        String checked = alterTable(add.table()) + (add.notValid() ? " with nocheck" : "");
        if (add.notValid()
                && !(constraint instanceof Constraint.ForeignKey || constraint instanceof Constraint.Check)) {
            throw refusals.unchecked(constraint);
        }
        String added = checked + " add " + clauses.constraint(constraint);
        return one(
                constraint instanceof Unique unique && !unique.nullsNotDistinct()
                        ? catalog.addUnique(add.table(), unique.columns(), uniqueIndex(add.table(), unique), added)
                        : added);
    }

    @Override
    public List<Statement> dropConstraint(ConstraintOperation.Drop drop) {
        String name = drop.name();
        if (name == null) {
            return one(catalog.dropPrimaryKey(drop.table()));
        }
        String dropped = alterTable(drop.table()) + " drop constraint " + words.name(name);
        boolean perhapsIndex =
                drop.constraint() == null || drop.constraint() instanceof Unique unique && !unique.nullsNotDistinct();
        return one(
                perhapsIndex
                        ? catalog.dropUnique(drop.table(), name, dropIndex(drop.table(), name), dropped)
                        : dropped);
    }

    /** A unique constraint may be an index; renaming that renames the constraint. */
    @Override
    public List<Statement> renameConstraint(ConstraintOperation.Rename rename) {
        String before = nameOf(rename.before());
        return one(
                rename.before() instanceof Unique
                        ? catalog.rename(part(rename.table(), before), rename.after(), "INDEX")
                        : catalog.rename(words.inSchemaOf(rename.table(), before), rename.after(), "OBJECT"));
    }

    @Override
    public List<Statement> createIndex(IndexOperation.Create create) {
        Index index = create.index();
        return one("create " + (index.unique() ? "unique " : "") + sort(index, index.method()) + "index "
                + words.name(index.name()) + " on " + words.name(create.table()) + " " + clauses.indexed(index));
    }

    private String sort(Index index, @Nullable String method) {
        if (method == null) {
            return "";
        }
        String sort = method.toLowerCase(Locale.ROOT);
        if (!SORTS.contains(sort)) {
            throw words.cannot(
                    "create " + index.description() + " using " + method
                            + ": it has only clustered and nonclustered indexes",
                    "Leave out .using(...), or write the index with op.execute(\"create ... index ...\").");
        }
        return sort + " ";
    }

    @Override
    public List<Statement> dropIndex(IndexOperation.Drop drop) {
        return one(dropIndex(drop.table(), drop.index().name()));
    }

    private String dropIndex(QualifiedName table, String name) {
        return "drop index " + words.name(name) + " on " + words.name(table);
    }

    @Override
    public List<Statement> renameIndex(IndexOperation.Rename rename) {
        return one(catalog.rename(part(rename.table(), rename.before()), rename.after(), "INDEX"));
    }

    @Override
    public List<Statement> alterSequence(SequenceOperation.Alter alter) {
        if (alter.before().start() != alter.after().start()) {
            throw words.cannot(
                    "change where sequence " + alter.after().name() + " starts: the sequence would restart",
                    "To restart it, write: op.execute(\"alter sequence "
                            + words.name(alter.after().name()) + " restart with "
                            + alter.after().start() + "\").");
        }
        return super.alterSequence(alter);
    }

    @Override
    public List<Statement> renameSequence(SequenceOperation.Rename rename) {
        refusals.otherSchema(rename.before(), rename.after(), "sequence");
        return one(catalog.rename(words.name(rename.before()), rename.after().name(), "OBJECT"));
    }

    @Override
    protected List<String> upserted(DataOperation.Upsert upsert, RowSql sql) {
        return sql.updatedElseInserted(upsert);
    }
}
