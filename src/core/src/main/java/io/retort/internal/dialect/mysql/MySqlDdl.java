package io.retort.internal.dialect.mysql;

import io.retort.internal.dialect.ansi.AnsiDdl;
import io.retort.internal.dialect.ansi.BackfillSql;
import io.retort.internal.dialect.ansi.ConstraintLookup;
import io.retort.internal.dialect.ansi.RowSql;
import io.retort.internal.dialect.ansi.SequenceSql;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.operation.Batches;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The DDL of MySQL. */
class MySqlDdl extends AnsiDdl {

    private static final Pattern COLLATION = Pattern.compile("(?i)collate \\w+");

    /** Access methods that are index types on MySQL, and precede the keyword {@code index}. */
    private static final Set<String> SORTS = Set.of("fulltext", "spatial");

    MySqlDdl(SqlNaming words) {
        this(words, new MySqlClauses(words), SequenceSql.none(words));
    }

    MySqlDdl(SqlNaming words, MySqlClauses clauses, SequenceSql sequences) {
        super(words, clauses, sequences);
    }

    @Override
    protected String tableOptions(Table table) {
        return " engine=InnoDB"
                + (table.comment() == null ? "" : " comment=" + words.literals().comment(table.comment()));
    }

    /** The collation of columns that do not define one. */
    @Override
    protected String options(Table table) {
        return table.options().stream()
                        .allMatch(option -> COLLATION.matcher(option).matches())
                ? " " + String.join(" ", table.options())
                : super.options(table);
    }

    /** Comments are part of definitions. */
    @Override
    protected List<Statement> comments(Table table) {
        return List.of();
    }

    @Override
    protected List<Statement> comments(QualifiedName table, Column column) {
        return List.of();
    }

    @Override
    public List<Statement> commentTable(TableOperation.Comment comment) {
        String text = Objects.requireNonNullElse(comment.after(), "");
        return one(alterTable(comment.table()) + " comment=" + words.literals().comment(text));
    }

    @Override
    public List<Statement> renameTable(TableOperation.Rename rename) {
        return one("rename table " + words.name(rename.before()) + " to " + words.name(rename.after()));
    }

    /** An {@code auto_increment} column must be a key at the end of its statement. */
    @Override
    public List<Statement> addColumn(ColumnOperation.Add add) {
        if (add.key() == null) {
            return unblocked(super.addColumn(add), add, add.concurrently());
        }
        return unblocked(
                one(alterTable(add.table()) + " add column " + clauses.column(add.table(), add.column()) + ", add "
                        + clauses.constraint(add.key())),
                add,
                add.concurrently());
    }

    /** The rules of the product. */
    protected MySqlLintRules lintRules() {
        return MySqlLintRules.MYSQL;
    }

    /** The server refuses a concurrent form if it would block writes. A change that always does has no such form. */
    private List<Statement> unblocked(List<Statement> statements, Operation operation, boolean concurrently) {
        return concurrently && !lintRules().blocksAlways(operation) ? NoLock.on(statements) : statements;
    }

    /** The key is dropped with the column. */
    @Override
    public List<Statement> dropColumn(ColumnOperation.Drop drop) {
        return unblocked(
                super.dropColumn(new ColumnOperation.Drop(drop.table(), drop.name(), drop.column())),
                drop,
                drop.concurrently());
    }

    /** {@code modify column} removes whatever it does not repeat, so the definition is complete. */
    @Override
    public List<Statement> alterColumn(ColumnOperation.Alter alter) {
        if (alter.using() != null) {
            return converted(alter);
        }
        if (virtual(alter.before()) != virtual(alter.after())) {
            return replaceColumn(alter);
        }
        Statement.Sql modified = sql(alterTable(alter.table()) + " modify column "
                        + clauses.column(alter.table(), alter.after()))
                .adapted(new KeptAttributes(alter.table(), alter.after().name(), words.identifiers()));
        return unblocked(List.of(modified), alter, alter.concurrently());
    }

    @Override
    public List<Statement> addConstraint(ConstraintOperation.Add add) {
        return unblocked(super.addConstraint(add), add, add.concurrently());
    }

    /** Whether a column is virtual, which cannot be changed later. */
    private static boolean virtual(Column column) {
        return column.generation() instanceof Generation.Computed computed && !computed.stored();
    }

    @Override
    public List<Statement> dropConstraint(ConstraintOperation.Drop drop) {
        String before = alterTable(drop.table()) + " drop ";
        String name = drop.name();
        Constraint constraint = drop.constraint();
        if (name == null || constraint instanceof PrimaryKey) {
            Statement.Sql primary =
                    sql(before + "primary key").adapted(indexDrop(drop.table(), ShownTable.PRIMARY, null));
            return unblocked(List.of(primary), drop, drop.concurrently());
        }
        Statement.Sql statement = named(before + word(constraint), name, "", drop.table(), constraint);
        List<Statement> dropped = List.of(
                statement.adaptation() instanceof ConstraintLookup lookup
                        ? statement.adapted(adapted(lookup))
                        : statement);
        return unblocked(dropped, drop, drop.concurrently());
    }

    private String word(@Nullable Constraint constraint) {
        if (constraint instanceof Constraint.ForeignKey) {
            return "foreign key ";
        }
        if (constraint instanceof Constraint.Unique) {
            return "index ";
        }
        return constraint instanceof Constraint.Check ? check() : "constraint ";
    }

    /** Returns how a drop is adapted to the database. */
    protected Statement.Adaptation adapted(ConstraintLookup lookup) {
        if (lookup.constraint() instanceof Constraint.Check) {
            return new ForgottenCheck(lookup);
        }
        if (lookup.constraint() instanceof Constraint.Unique) {
            return indexDrop(lookup.table(), words.identifiers().stored(lookup.name()), lookup);
        }
        return lookup.constraint() instanceof Constraint.ForeignKey ? new ForeignKeyIndexDrop(lookup) : lookup;
    }

    private IndexDrop indexDrop(QualifiedName table, String stored, @Nullable ConstraintLookup lookup) {
        return new IndexDrop(table, stored, words.identifiers(), lookup);
    }

    /** Returns the keyword before the name of a check constraint. */
    protected String check() {
        return "check ";
    }

    /** A unique constraint is an index; other constraints are dropped and added; a primary key has no name. */
    @Override
    public List<Statement> renameConstraint(ConstraintOperation.Rename rename) {
        Constraint before = rename.before();
        if (before instanceof PrimaryKey) {
            return List.of();
        }
        if (before instanceof Constraint.Unique) {
            return renameIndex(new IndexOperation.Rename(rename.table(), nameOf(before), rename.after()));
        }
        Constraint after = before.named(rename.after());
        return Stream.of(
                        dropConstraint(new ConstraintOperation.Drop(rename.table(), before)),
                        addConstraint(new ConstraintOperation.Add(rename.table(), after)))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Statement> createIndex(IndexOperation.Create create) {
        Index index = create.index();
        String method = index.method() == null ? "" : index.method().toLowerCase(Locale.ROOT);
        boolean sort = SORTS.contains(method);
        List<Statement> created =
                one("create " + (index.unique() ? "unique " : "") + (sort ? method + " " : "") + "index "
                        + words.name(index.name()) + (sort || method.isEmpty() ? "" : " using " + method) + " on "
                        + words.name(create.table()) + " " + clauses.indexed(index));
        return unblocked(created, create, create.concurrently());
    }

    @Override
    public List<Statement> dropIndex(IndexOperation.Drop drop) {
        String name = words.name(drop.index().name());
        IndexDrop adapted =
                indexDrop(drop.table(), words.identifiers().stored(drop.index().name()), null);
        return drop.concurrently()
                ? NoLock.on(List.of(
                        sql(alterTable(drop.table()) + " drop index " + name).adapted(adapted)))
                : List.of(sql("drop index " + name + " on " + words.name(drop.table()))
                        .adapted(adapted));
    }

    @Override
    public List<Statement> renameIndex(IndexOperation.Rename rename) {
        return one(alterTable(rename.table()) + " rename index " + words.name(rename.before()) + " to "
                + words.name(rename.after()));
    }

    @Override
    protected Optional<String> loop(BackfillSql sql, List<String> key, Batches batches) {
        return Optional.of(new BackfillProcedure(sql, key, batches).text());
    }

    @Override
    protected List<String> upserted(DataOperation.Upsert upsert, RowSql sql) {
        return sql.updatedOrInserted(upsert);
    }
}
