package io.retort.internal.state;

import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.SequenceOperation;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Says why an operation does not fit the schema before it: its object does not exist, or exists already. */
final class ContradictionCheck implements OperationVisitor<Optional<String>> {

    private final Snapshot schema;
    private final Predicate<QualifiedName> blind;

    /**
     * @param schema the schema before the operation
     * @param blind whether SQL changed a table in an undeclared way; such a table is not reported
     */
    ContradictionCheck(Snapshot schema, Predicate<QualifiedName> blind) {
        this.schema = schema;
        this.blind = blind;
    }

    private Optional<String> absent(QualifiedName name) {
        return schema.table(name).isPresent() ? Optional.of("table " + name + " already exists") : Optional.empty();
    }

    private Optional<String> present(QualifiedName name) {
        return blind.test(name) || schema.table(name).isPresent()
                ? Optional.empty()
                : Optional.of("table " + name + " does not exist");
    }

    private Optional<String> present(QualifiedName table, String what, Predicate<Table> has) {
        return blind.test(table) || schema.table(table).filter(has).isPresent()
                ? Optional.empty()
                : present(table).or(() -> Optional.of(what + " does not exist"));
    }

    private Optional<String> absent(QualifiedName table, String what, Predicate<Table> has) {
        return schema.table(table).filter(has).isPresent() ? Optional.of(what + " already exists") : present(table);
    }

    private static String column(QualifiedName table, String name) {
        return "column " + table + "." + name;
    }

    @Override
    public Optional<String> createTable(TableOperation.Create create) {
        return absent(create.table().name());
    }

    @Override
    public Optional<String> dropTable(TableOperation.Drop drop) {
        return present(drop.name());
    }

    @Override
    public Optional<String> renameTable(TableOperation.Rename rename) {
        return present(rename.before()).or(() -> absent(rename.after()));
    }

    @Override
    public Optional<String> commentTable(TableOperation.Comment comment) {
        return present(comment.table());
    }

    @Override
    public Optional<String> rebuildTable(TableOperation.Rebuild rebuild) {
        Snapshot step = schema;
        for (Operation change : rebuild.changes()) {
            Optional<String> reason = change.accept(new ContradictionCheck(step, blind));
            if (reason.isPresent()) {
                return reason;
            }
            step = change.applyTo(step);
        }
        return present(rebuild.before().name());
    }

    @Override
    public Optional<String> addColumn(ColumnOperation.Add add) {
        String name = add.column().name();
        return absent(
                add.table(),
                column(add.table(), name),
                table -> table.column(name).isPresent());
    }

    @Override
    public Optional<String> dropColumn(ColumnOperation.Drop drop) {
        return present(
                drop.table(),
                column(drop.table(), drop.name()),
                table -> table.column(drop.name()).isPresent());
    }

    @Override
    public Optional<String> alterColumn(ColumnOperation.Alter alter) {
        String name = alter.after().name();
        return present(
                alter.table(),
                column(alter.table(), name),
                table -> table.column(name).isPresent());
    }

    @Override
    public Optional<String> renameColumn(ColumnOperation.Rename rename) {
        return present(
                        rename.table(),
                        column(rename.table(), rename.before()),
                        table -> table.column(rename.before()).isPresent())
                .or(() -> absent(
                        rename.table(),
                        column(rename.table(), rename.after()),
                        table -> table.column(rename.after()).isPresent()));
    }

    @Override
    public Optional<String> addConstraint(ConstraintOperation.Add add) {
        if (add.constraint() instanceof Constraint.PrimaryKey) {
            return absent(
                    add.table(),
                    "primary key of table " + add.table(),
                    table -> table.primaryKey().isPresent());
        }
        String name = add.constraint().name();
        return absent(add.table(), "constraint " + name + " on table " + add.table(), table -> has(table, name));
    }

    @Override
    public Optional<String> dropConstraint(ConstraintOperation.Drop drop) {
        String what = (drop.name() == null ? "primary key" : "constraint " + drop.name()) + " on table " + drop.table();
        return present(
                drop.table(),
                what,
                table -> !drop.applyTo(Snapshot.EMPTY.with(table)).equals(Snapshot.EMPTY.with(table)));
    }

    @Override
    public Optional<String> renameConstraint(ConstraintOperation.Rename rename) {
        String name = rename.before().name();
        boolean key = rename.before() instanceof Constraint.PrimaryKey;
        return present(
                rename.table(),
                "constraint " + name + " on table " + rename.table(),
                table -> key ? table.primaryKey().isPresent() : has(table, name));
    }

    private static boolean has(Table table, @Nullable String constraint) {
        return table.constraints().stream().anyMatch(other -> Objects.equals(other.name(), constraint));
    }

    @Override
    public Optional<String> createIndex(IndexOperation.Create create) {
        String name = create.index().name();
        return absent(create.table(), index(create.table(), name), table -> hasIndex(table, name));
    }

    @Override
    public Optional<String> dropIndex(IndexOperation.Drop drop) {
        String name = drop.index().name();
        return present(drop.table(), index(drop.table(), name), table -> hasIndex(table, name));
    }

    @Override
    public Optional<String> renameIndex(IndexOperation.Rename rename) {
        return present(
                rename.table(), index(rename.table(), rename.before()), table -> hasIndex(table, rename.before()));
    }

    private static String index(QualifiedName table, String name) {
        return "index " + name + " on table " + table;
    }

    private static boolean hasIndex(Table table, String index) {
        return table.indexes().stream().anyMatch(other -> other.name().equals(index));
    }

    @Override
    public Optional<String> createSequence(SequenceOperation.Create create) {
        QualifiedName name = create.sequence().name();
        return schema.sequence(name).map(found -> "sequence " + name + " already exists");
    }

    @Override
    public Optional<String> dropSequence(SequenceOperation.Drop drop) {
        return sequence(drop.name());
    }

    @Override
    public Optional<String> alterSequence(SequenceOperation.Alter alter) {
        return sequence(alter.before().name());
    }

    @Override
    public Optional<String> renameSequence(SequenceOperation.Rename rename) {
        return sequence(rename.before());
    }

    private Optional<String> sequence(QualifiedName name) {
        return blind.test(name) || schema.sequence(name).isPresent()
                ? Optional.empty()
                : Optional.of("sequence " + name + " does not exist");
    }

    @Override
    public Optional<String> createEnum(TypeOperation.Create create) {
        QualifiedName name = create.type().name();
        return schema.enumType(name).map(found -> "type " + name + " already exists");
    }

    @Override
    public Optional<String> dropEnum(TypeOperation.Drop drop) {
        return type(drop.type().name());
    }

    @Override
    public Optional<String> addEnumValue(TypeOperation.AddValue add) {
        return type(add.type());
    }

    @Override
    public Optional<String> alterEnum(TypeOperation.Alter alter) {
        return type(alter.before().name());
    }

    private Optional<String> type(QualifiedName name) {
        return blind.test(name) || schema.enumType(name).isPresent()
                ? Optional.empty()
                : Optional.of("type " + name + " does not exist");
    }

    @Override
    public Optional<String> insert(DataOperation.Insert insert) {
        return Optional.empty();
    }

    @Override
    public Optional<String> delete(DataOperation.Delete delete) {
        return Optional.empty();
    }

    @Override
    public Optional<String> upsert(DataOperation.Upsert upsert) {
        return Optional.empty();
    }

    @Override
    public Optional<String> backfill(DataOperation.Backfill backfill) {
        return Optional.empty();
    }

    @Override
    public Optional<String> execute(DataOperation.Execute execute) {
        return Optional.empty();
    }

    @Override
    public Optional<String> work(DataOperation.Work work) {
        return Optional.empty();
    }

    @Override
    public Optional<String> custom(CustomOperation operation) {
        return Optional.empty();
    }
}
