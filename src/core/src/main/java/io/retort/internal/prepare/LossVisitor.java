package io.retort.internal.prepare;

import io.retort.dialect.Dialect;
import io.retort.dialect.conversion.Conversion;
import io.retort.dialect.conversion.Conversion.ConversionEffect;
import io.retort.dialect.conversion.Conversion.Loss;
import io.retort.internal.prepare.FormerNames.Change;
import io.retort.internal.sql.RowSelection;
import io.retort.internal.sql.SqlEffect;
import io.retort.internal.sql.SqlEffectReader;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Fill;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.Rows;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.run.PreparedStep.LossKind;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Returns what the operations of a downgrade lose. It follows the names, so the operations must be visited in order, each
 * of them once.
 */
public final class LossVisitor implements OperationVisitor.Selective<List<LostData>> {

    /** How many rows one condition selects. */
    private static final int BATCH = 50;

    private final Dialect dialect;
    private final FormerNames names;
    private boolean undeclared;

    private LossVisitor(Dialect dialect) {
        this.dialect = dialect;
        this.names = new FormerNames(dialect.identifiers());
    }

    /**
     * Returns what a downgrade loses. SQL of a downgrade whose effect on the schema is neither declared nor read can
     * revert what the upgrade does, so the reverse of the upgrade counts, too.
     *
     * @param downgrade the operations of the downgrade
     * @param upgrade the operations of the upgrade
     * @param dialect the product
     */
    public static DowngradeLosses of(List<Operation> downgrade, List<Operation> upgrade, Dialect dialect) {
        LossVisitor visitor = new LossVisitor(dialect);
        Map<List<String>, LostData> lost = new LinkedHashMap<>();
        visitor.of(downgrade).forEach(each -> lost.putIfAbsent(visitor.key(each), each));
        if (visitor.undeclared) {
            visitor.reversed(upgrade).forEach(each -> lost.putIfAbsent(visitor.key(each), each));
        }
        return new DowngradeLosses(List.copyOf(lost.values()), visitor.names.changes());
    }

    /** Returns the tables that an operation drops. */
    static List<String> droppedTables(Operation operation, Dialect dialect) {
        return operation.accept(new LossVisitor(dialect)).stream()
                .filter(lost -> lost.kind() == LossKind.DROPPED_TABLE)
                .map(lost -> Objects.requireNonNull(lost.table()))
                .toList();
    }

    private List<LostData> reversed(List<Operation> upgrade) {
        List<Operation> reverse = new ArrayList<>();
        for (Operation operation : upgrade) {
            operation
                    .schemaChanges()
                    .orElse(List.of())
                    .forEach(change -> change.reverse().ifPresent(back -> reverse.add(0, back)));
        }
        return new LossVisitor(dialect)
                .of(reverse).stream()
                        .filter(lost -> lost.kind() == LossKind.DROPPED_TABLE || lost.kind() == LossKind.DROPPED_COLUMN)
                        .toList();
    }

    private List<String> key(LostData lost) {
        String table = lost.table();
        String column = lost.column();
        return List.of(
                lost.kind().name(),
                table == null ? "" : names.key(table),
                column == null ? "" : names.columnKey(column),
                String.valueOf(lost.statement()),
                lost.selection().toString());
    }

    private List<LostData> of(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> operation.accept(this).stream())
                .toList();
    }

    @Override
    public List<LostData> other(Operation operation) {
        return List.of();
    }

    @Override
    public List<LostData> createTable(TableOperation.Create create) {
        names.follow(Change.created(create.table().name().toString(), null));
        return List.of();
    }

    @Override
    public List<LostData> addColumn(ColumnOperation.Add add) {
        names.follow(Change.created(add.table().toString(), add.column().name()));
        return List.of();
    }

    @Override
    public List<LostData> renameTable(TableOperation.Rename rename) {
        names.follow(
                Change.renamed(rename.before().toString(), null, rename.after().toString()));
        return List.of();
    }

    @Override
    public List<LostData> renameColumn(ColumnOperation.Rename rename) {
        names.follow(Change.renamed(rename.table().toString(), rename.before(), rename.after()));
        return List.of();
    }

    @Override
    public List<LostData> dropTable(TableOperation.Drop drop) {
        return droppedTable(drop.name().toString());
    }

    private List<LostData> droppedTable(String table) {
        List<LostData> lost = names.table(table).map(LostData::table).stream().toList();
        names.follow(Change.content(table));
        return lost;
    }

    @Override
    public List<LostData> dropColumn(ColumnOperation.Drop drop) {
        return droppedColumn(drop.table().toString(), drop.name());
    }

    private List<LostData> droppedColumn(String table, String column) {
        return names
                .table(table)
                .flatMap(former -> names.column(table, column).map(name -> LostData.column(former, name)))
                .stream()
                .toList();
    }

    @Override
    public List<LostData> rebuildTable(TableOperation.Rebuild rebuild) {
        return of(rebuild.changes());
    }

    @Override
    public List<LostData> constraint(ConstraintOperation operation) {
        operation.subject().ifPresent(table -> names.follow(Change.content(table.toString())));
        return List.of();
    }

    @Override
    public List<LostData> alterColumn(ColumnOperation.Alter alter) {
        String table = alter.table().toString();
        Optional<String> former = names.column(table, alter.before().name());
        Conversion conversion = dialect.conversions()
                .between(alter.before().type(), alter.after().type());
        Loss loss = conversion.loss();
        boolean custom = alter.using() != null && !isStandard(alter, conversion);
        List<LostData> lost = loss == null && !custom || former.isEmpty()
                ? List.of()
                : changed(alter, former.get(), converted(alter, loss, former.get(), custom));
        if (!conversion.keepsAll() || custom) {
            names.follow(Change.content(table));
        }
        return lost;
    }

    private RowSelection converted(ColumnOperation.Alter alter, @Nullable Loss loss, String former, boolean custom) {
        boolean known = loss != null
                && loss.isCountable()
                && !custom
                && !names.isChanged(alter.table().toString());
        return known && loss != null ? RowSelection.where(in(loss.condition(), former)) : RowSelection.UNKNOWN;
    }

    /** An expression that keeps all values, or that replaces the values that do not fit as Retort suggests it. */
    private boolean isStandard(ColumnOperation.Alter alter, Conversion conversion) {
        String using = Objects.requireNonNull(alter.using());
        String expression = conversion.expression();
        String name = alter.before().name();
        return conversion.verdict() != ConversionEffect.REFUSED
                && expression != null
                && in(expression, name).equals(using);
    }

    private String in(String pattern, String column) {
        return pattern.replace("%s", dialect.identifiers().sql(column));
    }

    @Override
    public List<LostData> delete(DataOperation.Delete delete) {
        return delete.rows().isEmpty()
                ? List.of()
                : rows(LossKind.DELETED_ROWS, delete.table().toString(), null, where(conditions(delete)));
    }

    @Override
    public List<LostData> upsert(DataOperation.Upsert upsert) {
        Rows deleted = upsert.deleted();
        List<LostData> lost = new ArrayList<>();
        String table = upsert.table().toString();
        if (!deleted.isEmpty()) {
            RowSelection rows =
                    where(conditions(new DataOperation.Delete(upsert.table(), deleted.columns(), deleted.rows())));
            lost.add(lostRows(LossKind.DELETED_ROWS, table, null, rows));
        }
        for (int column = 0; column < upsert.values().columns().size(); column++) {
            lost.add(lostRows(
                    LossKind.CHANGED_VALUES,
                    table,
                    upsert.values().columns().get(column),
                    where(overwritten(upsert, column))));
        }
        names.follow(Change.content(table));
        return lost.stream().filter(Objects::nonNull).toList();
    }

    /** Returns conditions for the rows that have one of the keys and another value. */
    private List<String> overwritten(DataOperation.Upsert upsert, int column) {
        Rows keys = upsert.keys();
        Rows values = upsert.values();
        List<String> columns = new ArrayList<>(keys.columns());
        columns.add(values.columns().get(column));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int row = 0; row < keys.rows().size(); row++) {
            List<@Nullable Object> all = new ArrayList<>(keys.rows().get(row));
            all.add(values.rows().get(row).get(column));
            rows.add(all);
        }
        List<String> of = conditions(new DataOperation.Delete(upsert.table(), keys.columns(), keys.rows()));
        List<String> same = conditions(new DataOperation.Delete(upsert.table(), columns, rows));
        List<String> conditions = new ArrayList<>();
        for (int row = 0; row < of.size() && row < same.size(); row++) {
            conditions.add("(" + of.get(row) + ") and not (" + same.get(row) + ")");
        }
        return conditions;
    }

    /** Returns a condition for each row. */
    private List<String> conditions(DataOperation.Delete delete) {
        List<String> conditions = new ArrayList<>();
        for (Statement statement : delete.sql(dialect.ddl())) {
            if (statement instanceof Statement.Sql sql) {
                SqlEffectReader.read(sql.text(), dialect.syntax())
                        .forEach(effect -> conditions.addAll(effect.selection().conditions()));
            }
        }
        return conditions;
    }

    private static RowSelection where(List<String> rows) {
        List<String> conditions = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<String> batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
            conditions.add(batch.size() == 1 ? batch.get(0) : "(" + String.join(") or (", batch) + ")");
        }
        return conditions.isEmpty() ? RowSelection.UNKNOWN : new RowSelection(true, conditions);
    }

    @Override
    public List<LostData> backfill(DataOperation.Backfill backfill) {
        Fill fill = backfill.fill();
        return fill == null
                ? List.of()
                : rows(
                        backfill.table().toString(),
                        fill.assignments().stream().map(Fill.Assignment::column).toList(),
                        SqlEffectReader.selection(fill.condition(), dialect.syntax()));
    }

    @Override
    public List<LostData> execute(DataOperation.Execute execute) {
        List<LostData> lost = new ArrayList<>();
        boolean checks = dialect.messageOfCheck(execute.sql()).isPresent();
        for (SqlEffect effect : execute.isNothing() || checks ? List.<SqlEffect>of() : read(execute)) {
            boolean declared = execute.means() != null && !effect.kind().isAboutRows();
            if (!declared) {
                lost.addAll(lost(effect, execute));
            } else if (effect.kind() == SqlEffect.Kind.UNREAD) {
                lost.addAll(notJudged(execute));
            }
        }
        lost.addAll(of(execute.schemaChanges().orElse(List.of())));
        return lost;
    }

    private List<SqlEffect> read(DataOperation.Execute execute) {
        return SqlEffectReader.read(execute.sql(), dialect.syntax());
    }

    private List<LostData> lost(SqlEffect effect, Operation operation) {
        QualifiedName name = effect.table();
        String table = name == null ? "" : name.toString();
        undeclared |= !effect.kind().isAboutRows();
        return switch (effect.kind()) {
            case DELETE -> rows(LossKind.DELETED_ROWS, table, null, effect.selection());
            case UPDATE -> rows(table, effect.columns(), effect.selection());
            case DROP_TABLE -> droppedTable(table);
            case DROP_COLUMN -> droppedColumn(table, effect.columns().get(0));
            case RENAME_TABLE, RENAME_COLUMN -> {
                String column =
                        effect.columns().isEmpty() ? null : effect.columns().get(0);
                names.follow(Change.renamed(table, column, Objects.requireNonNull(effect.after())));
                yield List.of();
            }
            case CONSTRAINT -> {
                names.follow(Change.content(table));
                yield List.of();
            }
            case OTHER_SCHEMA, UNREAD -> notJudged(operation);
        };
    }

    private List<LostData> notJudged(Operation operation) {
        names.follow(Change.content(""));
        return List.of(LostData.notJudged(operation.describe().replaceFirst("^! ", "")));
    }

    @Override
    public List<LostData> work(DataOperation.Work work) {
        undeclared |= work.means() == null;
        List<LostData> lost = new ArrayList<>(notJudged(work));
        lost.addAll(of(work.schemaChanges().orElse(List.of())));
        return lost;
    }

    @Override
    public List<LostData> custom(CustomOperation operation) {
        List<Operation> declared = operation.schemaChanges().orElse(null);
        undeclared |= declared == null;
        return declared == null ? notJudged(operation) : of(declared);
    }

    private List<LostData> rows(String table, List<String> columns, RowSelection selection) {
        List<LostData> lost = new ArrayList<>();
        List<@Nullable String> changed = new ArrayList<>(columns);
        if (columns.isEmpty()) {
            changed.add(null);
        }
        changed.forEach(column -> lost.add(lostRows(LossKind.CHANGED_VALUES, table, column, selection)));
        names.follow(Change.content(table));
        return lost.stream().filter(Objects::nonNull).toList();
    }

    private List<LostData> rows(LossKind kind, String table, @Nullable String column, RowSelection selection) {
        LostData lost = lostRows(kind, table, column, selection);
        names.follow(Change.content(table));
        return lost == null ? List.of() : List.of(lost);
    }

    private List<LostData> changed(ColumnOperation.Alter alter, String formerColumn, RowSelection selection) {
        LossKind kind = alter.using() == null ? LossKind.CONVERTED_VALUES : LossKind.CHANGED_VALUES;
        return names
                .table(alter.table().toString())
                .map(former -> new LostData(kind, former, formerColumn, selection, null))
                .stream()
                .toList();
    }

    /** Returns a loss with former names; null for a table or column that the downgrade creates. */
    private @Nullable LostData lostRows(LossKind kind, String table, @Nullable String column, RowSelection selection) {
        String former = names.table(table).orElse(null);
        String formerColumn =
                column == null ? null : names.column(table, column).orElse(null);
        if (former == null || column != null && formerColumn == null) {
            return null;
        }
        boolean same = selection.conditions().stream().allMatch(each -> names.selectsTheSame(table, each));
        return new LostData(kind, former, formerColumn, same ? selection : RowSelection.UNKNOWN, null);
    }
}
