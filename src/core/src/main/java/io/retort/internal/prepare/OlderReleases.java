package io.retort.internal.prepare;

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
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.PreparedOperation;
import io.retort.schema.Column;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether a release of the application from before a revision can work with the schema after it: whether every
 * operation only adds. A verdict contains names and types, but no values.
 */
public final class OlderReleases implements OperationVisitor<String> {

    /** The verdict that an older release can work with the schema. */
    public static final String YES = "yes";

    private static final String NO = "no: ";
    private static final String UNKNOWN = "unknown: ";

    private static final Map<SqlType.Kind, Integer> INTEGERS =
            Map.of(SqlType.Kind.TINYINT, 1, SqlType.Kind.SMALLINT, 2, SqlType.Kind.INTEGER, 3, SqlType.Kind.BIGINT, 4);

    private OlderReleases() {}

    /** Returns the verdict about an upgrade: {@code yes}, or {@code no} or {@code unknown} with the reason. */
    static String verdict(PreparedStep upgrade) {
        return verdict(
                upgrade.operations().stream().map(PreparedOperation::operation).toList());
    }

    /** Returns the verdict about operations. The first one that takes something away decides. */
    public static String verdict(List<Operation> operations) {
        String verdict = YES;
        OlderReleases visitor = new OlderReleases();
        for (Operation operation : operations) {
            String one = operation.accept(visitor);
            if (one.startsWith(NO)) {
                return one;
            }
            verdict = verdict.equals(YES) ? one : verdict;
        }
        return verdict;
    }

    private static String no(String what) {
        return NO + what;
    }

    private static String column(QualifiedName table, String column) {
        return "column " + table + "." + column;
    }

    private static String declared(Optional<List<Operation>> changes, String what) {
        return changes.map(OlderReleases::verdict).orElse(UNKNOWN + what);
    }

    @Override
    public String createTable(TableOperation.Create create) {
        return YES;
    }

    @Override
    public String dropTable(TableOperation.Drop drop) {
        return no("drops table " + drop.name());
    }

    @Override
    public String renameTable(TableOperation.Rename rename) {
        return no("renames table " + rename.before() + " to " + rename.after());
    }

    @Override
    public String commentTable(TableOperation.Comment comment) {
        return YES;
    }

    @Override
    public String rebuildTable(TableOperation.Rebuild rebuild) {
        return verdict(rebuild.changes());
    }

    /** An older release inserts rows without the column. */
    @Override
    public String addColumn(ColumnOperation.Add add) {
        Column column = add.column();
        boolean hasValue = column.nullable() || column.defaultValue() != null || column.generation() != null;
        return hasValue
                ? YES
                : no("adds " + column(add.table(), column.name()) + ", which is not null and has no default");
    }

    @Override
    public String dropColumn(ColumnOperation.Drop drop) {
        return no("drops " + column(drop.table(), drop.name()));
    }

    @Override
    public String alterColumn(ColumnOperation.Alter alter) {
        Column before = alter.before();
        Column after = alter.after();
        boolean sameRest = before.withType(after.type()).comment(null).equals(after.comment(null));
        if (sameRest && alter.using() == null && (isWidening(before.type(), after.type()))) {
            return YES;
        }
        String name = column(alter.table(), after.name());
        return before.type().equals(after.type())
                ? no("changes " + name)
                : no("changes " + name + " from " + before.type() + " to " + after.type());
    }

    private static boolean isWidening(SqlType before, SqlType after) {
        if (before.equals(after)) {
            return true;
        }
        Integer from = INTEGERS.get(before.kind());
        Integer to = INTEGERS.get(after.kind());
        if (from != null && to != null) {
            return from < to;
        }
        return switch (before.kind()) {
            case VARCHAR, NVARCHAR, VARBINARY -> sameKind(before, after) && first(before) <= first(after);
            case NUMERIC -> sameKind(before, after) && isWiderNumber(before.arguments(), after.arguments());
            case REAL -> after.kind() == SqlType.Kind.DOUBLE;
            case ENUM -> sameKind(before, after) && keepsOrder(before.values(), after.values());
            default -> false;
        };
    }

    private static boolean sameKind(SqlType before, SqlType after) {
        return before.kind() == after.kind();
    }

    private static int first(SqlType type) {
        return type.arguments().isEmpty() ? Integer.MAX_VALUE : type.arguments().get(0);
    }

    private static boolean isWiderNumber(List<Integer> before, List<Integer> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return false;
        }
        int scale = before.size() > 1 ? before.get(1) : 0;
        int newScale = after.size() > 1 ? after.get(1) : 0;
        return newScale >= scale && after.get(0) - newScale >= before.get(0) - scale;
    }

    /**
     * Whether a release that knows only the values of before reads and compares them as before. Values are read and
     * written by name, so that a new one among them changes nothing; another order changes what {@code order by} and
     * {@code <} mean.
     */
    private static boolean keepsOrder(List<String> before, List<String> after) {
        return after.stream().filter(before::contains).toList().equals(before);
    }

    @Override
    public String renameColumn(ColumnOperation.Rename rename) {
        return no("renames " + column(rename.table(), rename.before()) + " to " + rename.after());
    }

    /** Rows that an older release writes can violate it. */
    @Override
    public String addConstraint(ConstraintOperation.Add add) {
        return no("adds a constraint to table " + add.table());
    }

    @Override
    public String dropConstraint(ConstraintOperation.Drop drop) {
        return no("drops a constraint of table " + drop.table());
    }

    @Override
    public String renameConstraint(ConstraintOperation.Rename rename) {
        return no("renames a constraint of table " + rename.table());
    }

    @Override
    public String createIndex(IndexOperation.Create create) {
        return create.index().unique() ? no("adds a unique index to table " + create.table()) : YES;
    }

    @Override
    public String dropIndex(IndexOperation.Drop drop) {
        return no("drops index " + drop.index().name() + " of table " + drop.table());
    }

    @Override
    public String renameIndex(IndexOperation.Rename rename) {
        return no("renames index " + rename.before() + " of table " + rename.table());
    }

    @Override
    public String createSequence(SequenceOperation.Create create) {
        return YES;
    }

    @Override
    public String dropSequence(SequenceOperation.Drop drop) {
        return no("drops sequence " + drop.name());
    }

    @Override
    public String alterSequence(SequenceOperation.Alter alter) {
        return no("changes sequence " + alter.before().name());
    }

    @Override
    public String renameSequence(SequenceOperation.Rename rename) {
        return no("renames sequence " + rename.before() + " to " + rename.after());
    }

    @Override
    public String createEnum(TypeOperation.Create create) {
        return YES;
    }

    @Override
    public String dropEnum(TypeOperation.Drop drop) {
        return no("drops type " + drop.type().name());
    }

    /** The new value is the last one. */
    @Override
    public String addEnumValue(TypeOperation.AddValue add) {
        return YES;
    }

    @Override
    public String alterEnum(TypeOperation.Alter alter) {
        return keepsOrder(alter.before().values(), alter.after().values())
                ? YES
                : no("changes type " + alter.before().name());
    }

    @Override
    public String insert(DataOperation.Insert insert) {
        return YES;
    }

    @Override
    public String delete(DataOperation.Delete delete) {
        return no("deletes rows of table " + delete.table());
    }

    @Override
    public String upsert(DataOperation.Upsert upsert) {
        return upsert.deleted().isEmpty() ? YES : no("deletes rows of table " + upsert.table());
    }

    /** It fills only rows without a value. */
    @Override
    public String backfill(DataOperation.Backfill backfill) {
        return YES;
    }

    @Override
    public String execute(DataOperation.Execute execute) {
        return declared(execute.schemaChanges(), "runs SQL whose effect is not declared");
    }

    @Override
    public String work(DataOperation.Work work) {
        return declared(work.schemaChanges(), "runs Java code whose effect is not declared");
    }

    @Override
    public String custom(CustomOperation operation) {
        return declared(
                operation.schemaChanges(),
                "runs " + operation.getClass().getSimpleName() + ", whose effect is not declared");
    }
}
