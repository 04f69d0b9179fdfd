package io.retort.internal.dialect.postgres;

import static io.retort.internal.lint.rule.Effect.Blocking.READS_AND_WRITES;
import static io.retort.internal.lint.rule.Effect.Blocking.WRITES;

import io.retort.internal.dialect.ansi.ColumnChange;
import io.retort.internal.dialect.ansi.EnumCheck;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.internal.lint.rule.Effect;
import io.retort.internal.lint.rule.Effect.Work;
import io.retort.internal.lint.rule.LintContext;
import io.retort.internal.lint.rule.LintVisitor;
import io.retort.internal.lint.rule.Rule;
import io.retort.internal.lint.rule.Violation;
import io.retort.internal.sql.ColumnReferences;
import io.retort.internal.sql.SqlToken;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.SequenceOperation;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the violations of one operation on PostgreSQL. */
final class PostgresLintVisitor implements LintVisitor {

    private static final Effect SCAN = new Effect(READS_AND_WRITES, Work.SCAN);
    private static final Effect REWRITE = new Effect(READS_AND_WRITES, Work.REWRITE);
    private static final Effect BUILD = new Effect(READS_AND_WRITES, Work.INDEX);
    private static final Effect BUILD_FOR_READERS = new Effect(WRITES, Work.INDEX);
    private static final Effect SCAN_FOR_READERS = new Effect(WRITES, Work.SCAN);
    private static final Effect LOCK = new Effect(READS_AND_WRITES, Work.CATALOG);
    private static final Effect LOCK_FOR_WRITERS = new Effect(WRITES, Work.CATALOG);

    private static final String PARTITIONED =
            "PostgreSQL cannot do this concurrently for a partitioned table. Add it to each partition concurrently, and then"
                    + " to the table, which takes over that of the partitions.";

    private final SqlNaming naming;
    private final PostgresTypes types = new PostgresTypes();
    private final LintContext context;

    PostgresLintVisitor(SqlNaming naming, LintContext context) {
        this.naming = naming;
        this.context = context;
    }

    @Override
    public List<Violation> createTable(TableOperation.Create create) {
        return create.table()
                .constraintsOf(Constraint.ForeignKey.class)
                .map(Constraint.ForeignKey::referencedTable)
                .filter(parent -> !parent.equals(create.table().name()))
                .distinct()
                .map(parent -> blocking(PostgresRules.NEW_TABLE_FK, parent, LOCK_FOR_WRITERS))
                .toList();
    }

    @Override
    public List<Violation> dropTable(TableOperation.Drop drop) {
        return context.table(drop.name())
                .or(() -> Optional.ofNullable(drop.table()))
                .map(table -> parents(table, drop.name(), null))
                .orElse(List.of());
    }

    @Override
    public List<Violation> addColumn(ColumnOperation.Add add) {
        List<Violation> all = new ArrayList<>(added(add));
        Constraint key = add.key();
        if (key != null) {
            all.add(blocking(PostgresRules.ADD_COLUMN_KEY, add.table(), BUILD));
        }
        return all;
    }

    private List<Violation> added(ColumnOperation.Add add) {
        Column column = add.column();
        List<Violation> all = new ArrayList<>();
        if (column.generation() instanceof Generation.Identity) {
            all.add(blocking(PostgresRules.ADD_IDENTITY, add.table(), REWRITE));
        } else if (column.generation() instanceof Generation.Computed computed) {
            if (computed.stored()) {
                all.add(blocking(PostgresRules.ADD_STORED, add.table(), REWRITE));
            }
        } else if (ConcurrentParts.isFilled(column)) {
            if (!isConcurrent(add)) {
                all.add(concurrentlyInstead(PostgresRules.ADD_VOLATILE_DEFAULT, add.table(), REWRITE, add));
            }
        } else if (!column.nullable() && column.defaultValue() == null) {
            all.add(Violation.of(
                    PostgresRules.ADD_REQUIRED,
                    add.table(),
                    "PostgreSQL refuses the column if " + add.table() + " has rows, because they have no value for it.",
                    PostgresRules.ADD_REQUIRED.remedy()));
        }
        if (new EnumCheck(naming).isNeeded(column) && !isConcurrent(add)) {
            all.add(concurrentlyInstead(PostgresRules.ADD_COLUMN_CHECK, add.table(), SCAN, add));
        }
        return all;
    }

    /** A key is added with its column in one statement, whatever is asked for. */
    private static boolean isConcurrent(ColumnOperation.Add add) {
        return add.concurrently() && add.key() == null;
    }

    @Override
    public List<Violation> dropColumn(ColumnOperation.Drop drop) {
        return context.table(drop.table())
                .map(table -> parents(table, drop.table(), drop.name()))
                .orElse(List.of());
    }

    /** The tables to which a dropped foreign key refers. */
    private List<Violation> parents(Table table, QualifiedName name, @Nullable String column) {
        return table.constraintsOf(Constraint.ForeignKey.class)
                .filter(key -> column == null || key.columns().contains(column))
                .map(Constraint.ForeignKey::referencedTable)
                .filter(parent -> !parent.equals(name))
                .distinct()
                .map(parent -> blocking(PostgresRules.DROP_FK, parent, LOCK))
                .toList();
    }

    @Override
    public List<Violation> alterColumn(ColumnOperation.Alter alter) {
        ColumnChange change = ColumnChange.of(alter);
        List<Violation> all = new ArrayList<>();
        if (change.generation() && alter.after().generation() instanceof Generation.Computed computed) {
            if (computed.stored()) {
                all.add(blocking(PostgresRules.ADD_STORED, alter.table(), REWRITE));
            }
            return all;
        }
        boolean sameIdentity = change.generation() && alter.before().generation() instanceof Generation.Computed;
        if (change.type() && !sameIdentity) {
            all.addAll(otherType(alter, change));
        }
        if (alter.concurrently()) {
            return all;
        }
        if (change.nullability() && !alter.after().nullable()) {
            notNull(alter).ifPresent(all::add);
        }
        EnumCheck enumCheck = new EnumCheck(naming);
        if (enumCheck.isOther(change) && enumCheck.isNeeded(alter.after())) {
            all.add(concurrentlyInstead(PostgresRules.CHECK_BLOCKS, alter.table(), SCAN, alter));
        }
        return all;
    }

    private List<Violation> otherType(ColumnOperation.Alter alter, ColumnChange change) {
        TypeChange kind = alter.using() != null || new PostgresConversions(naming).using(alter) != null
                ? TypeChange.REWRITE
                : TypeChange.of(alter.before().type(), alter.after().type(), types);
        boolean collation =
                !Objects.equals(alter.before().collation(), alter.after().collation());
        List<Violation> all = new ArrayList<>();
        if (kind == TypeChange.REWRITE) {
            all.add(blocking(PostgresRules.TYPE_REWRITE, alter.table(), REWRITE));
        } else if (isChecked(alter) && !new EnumCheck(naming).isOther(change)) {
            all.add(blocking(PostgresRules.TYPE_CHECK_SCAN, alter.table(), SCAN));
        }
        if (kind != TypeChange.REWRITE && collation && isIndexed(alter)) {
            all.add(blocking(PostgresRules.TYPE_COLLATION, alter.table(), BUILD));
        }
        if (kind != TypeChange.NONE && !isPlanRenewed()) {
            all.add(cachedPlan(alter));
        }
        return all;
    }

    private Violation cachedPlan(ColumnOperation.Alter alter) {
        return Violation.of(
                PostgresRules.CACHED_PLAN,
                alter.table(),
                "Each prepared select that returns " + alter.table() + "."
                        + alter.after().name()
                        + " fails once per connection, inside a transaction, with \"cached plan must not change result"
                        + " type\".",
                PostgresRules.CACHED_PLAN.remedy());
    }

    /** Whether the driver prepares a statement again whose result has another type. */
    private boolean isPlanRenewed() {
        Map<String, String> driver = context.driver();
        String autosave = driver.getOrDefault("autosave", "never").toLowerCase(Locale.ROOT);
        return !autosave.equals("never")
                || driver.getOrDefault("prepareThreshold", "").equals("0")
                || driver.getOrDefault("preferQueryMode", "").equalsIgnoreCase("simple");
    }

    private boolean isChecked(ColumnOperation.Alter alter) {
        String name = alter.after().name();
        return new EnumCheck(naming).isNeeded(alter.before())
                || context.table(alter.table())
                        .map(table -> table.constraintsOf(Constraint.Check.class)
                                .anyMatch(check -> ColumnReferences.in(check, name)))
                        .orElse(false);
    }

    private boolean isIndexed(ColumnOperation.Alter alter) {
        String name = alter.after().name();
        return context.table(alter.table())
                .map(table -> table.indexes().stream().anyMatch(index -> ColumnReferences.in(index, name))
                        || table.constraints().stream()
                                .filter(constraint -> constraint instanceof Constraint.Unique
                                        || constraint instanceof Constraint.PrimaryKey)
                                .anyMatch(constraint -> ColumnReferences.in(constraint, name)))
                .orElse(false);
    }

    private Optional<Violation> notNull(ColumnOperation.Alter alter) {
        String name = alter.after().name();
        boolean proved = context.table(alter.table())
                .map(table -> table.constraintsOf(Constraint.Check.class).anyMatch(check -> provesNotNull(check, name)))
                .orElse(false);
        if (proved) {
            return Optional.empty();
        }
        return Optional.of(concurrentlyInstead(PostgresRules.NOT_NULL_SCANS, alter.table(), SCAN, alter));
    }

    private static boolean provesNotNull(Constraint.Check check, String column) {
        List<String> words = SqlToken.of(check.expression(), SqlSyntax.STANDARD).stream()
                .map(token -> token.text().toLowerCase(Locale.ROOT))
                .filter(word -> !word.equals("(") && !word.equals(")"))
                .toList();
        return words.equals(List.of(column.toLowerCase(Locale.ROOT), "is", "not", "null"));
    }

    @Override
    public List<Violation> addConstraint(ConstraintOperation.Add add) {
        Constraint constraint = add.constraint();
        if (constraint instanceof Constraint.ForeignKey key) {
            return foreignKey(add, key);
        }
        if (constraint instanceof Constraint.Check) {
            return add.notValid() || add.concurrently()
                    ? List.of()
                    : List.of(concurrentlyInstead(PostgresRules.CHECK_BLOCKS, add.table(), SCAN, add));
        }
        if (add.concurrently()) {
            return nullableKey(add);
        }
        Rule rule = constraint instanceof Constraint.PrimaryKey
                ? PostgresRules.PRIMARY_KEY_BLOCKS
                : PostgresRules.UNIQUE_BLOCKS;
        return List.of(concurrentlyInstead(rule, add.table(), BUILD, add));
    }

    private List<Violation> foreignKey(ConstraintOperation.Add add, Constraint.ForeignKey key) {
        List<Violation> all = new ArrayList<>();
        if (add.notValid()) {
            return all;
        }
        if (context.created().test(add.table())) {
            return key.referencedTable().equals(add.table())
                    ? all
                    : List.of(blocking(PostgresRules.NEW_TABLE_FK, key.referencedTable(), LOCK_FOR_WRITERS));
        }
        if (!add.concurrently()) {
            all.add(concurrentlyInstead(PostgresRules.FK_BLOCKS_WRITES, add.table(), SCAN_FOR_READERS, add));
            if (!key.referencedTable().equals(add.table())) {
                all.add(concurrentlyInstead(
                        PostgresRules.FK_BLOCKS_WRITES, key.referencedTable(), SCAN_FOR_READERS, add));
            }
        }
        if (!hasIndex(add.table(), key.columns())) {
            all.add(Violation.of(
                    PostgresRules.NO_KEY_INDEX,
                    add.table(),
                    "Each delete from " + key.referencedTable() + " reads all of " + add.table()
                            + ", because no index begins with " + String.join(", ", key.columns()) + ".",
                    PostgresRules.NO_KEY_INDEX.remedy()));
        }
        return all;
    }

    /** Whether an index that the step leaves begins with these columns; true if the table is not known. */
    private boolean hasIndex(QualifiedName name, List<String> columns) {
        Optional<Table> table = context.after().get().table(name);
        if (table.isEmpty()) {
            return true;
        }
        Set<String> wanted = Set.copyOf(columns);
        boolean index = table.get().indexes().stream()
                .map(each -> each.parts().stream().map(part -> part.text()).toList())
                .anyMatch(parts -> beginsWith(parts, wanted));
        return index
                || table.get()
                        .constraintsOf(Constraint.PrimaryKey.class)
                        .anyMatch(key -> beginsWith(key.columns(), wanted))
                || table.get()
                        .constraintsOf(Constraint.Unique.class)
                        .anyMatch(key -> beginsWith(key.columns(), wanted));
    }

    private static boolean beginsWith(List<String> parts, Set<String> wanted) {
        return parts.size() >= wanted.size() && wanted.equals(Set.copyOf(parts.subList(0, wanted.size())));
    }

    /** The server makes the columns of a primary key {@code not null}, and reads every row if they are not. */
    private List<Violation> nullableKey(ConstraintOperation.Add add) {
        if (!(add.constraint() instanceof Constraint.PrimaryKey key)) {
            return List.of();
        }
        return context.table(add.table()).stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> key.columns().contains(column.name()) && column.nullable())
                .findFirst()
                .map(column -> Violation.blocking(
                        PostgresRules.NOT_NULL_SCANS,
                        add.table(),
                        SCAN,
                        calls(concurrently(new ColumnOperation.Alter(add.table(), column, column.notNull()))) + "\n"
                                + call(add)))
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public List<Violation> dropConstraint(ConstraintOperation.Drop drop) {
        Optional<Constraint> known = Optional.ofNullable(drop.constraint())
                .or(() -> context.table(drop.table())
                        .flatMap(table -> table.constraints().stream()
                                .filter(each -> Objects.equals(each.name(), drop.name()))
                                .findFirst()));
        if (known.isEmpty() || !(known.get() instanceof Constraint.ForeignKey key)) {
            return List.of();
        }
        List<Violation> all = new ArrayList<>();
        all.add(blocking(PostgresRules.DROP_FK, drop.table(), LOCK));
        if (!key.referencedTable().equals(drop.table())) {
            all.add(blocking(PostgresRules.DROP_FK, key.referencedTable(), LOCK));
        }
        return all;
    }

    @Override
    public List<Violation> createIndex(IndexOperation.Create create) {
        return create.concurrently()
                ? List.of()
                : List.of(concurrentlyInstead(
                        PostgresRules.INDEX_BLOCKS_WRITES, create.table(), BUILD_FOR_READERS, create));
    }

    @Override
    public List<Violation> dropIndex(IndexOperation.Drop drop) {
        if (drop.concurrently()) {
            return List.of();
        }
        return List.of(
                context.partitioned().test(drop.table())
                        ? Violation.blocking(PostgresRules.DROP_INDEX_BLOCKS, drop.table(), LOCK, "")
                        : concurrentlyInstead(PostgresRules.DROP_INDEX_BLOCKS, drop.table(), LOCK, drop));
    }

    @Override
    public List<Violation> alterSequence(SequenceOperation.Alter alter) {
        return List.of(Violation.of(
                PostgresRules.SEQUENCE_ALTER,
                null,
                "Inserts that use " + alter.after().name() + " wait until the transaction ends.",
                PostgresRules.SEQUENCE_ALTER.remedy()));
    }

    @Override
    public List<Violation> alterEnum(TypeOperation.Alter alter) {
        if (EnumChange.keepsType(alter)) {
            return List.of();
        }
        return alter.uses().stream()
                .map(TypeOperation.Use::table)
                .distinct()
                .map(table -> blocking(PostgresRules.ENUM_REBUILD, table, REWRITE))
                .toList();
    }

    /** A violation with the concurrent form as its safer form, or an advice in words where there is no such form. */
    private Violation concurrentlyInstead(Rule rule, QualifiedName table, Effect effect, Operation operation) {
        List<Operation> form = concurrently(operation);
        boolean unchanged = form.equals(List.of(operation));
        boolean partitioned =
                operation.alteredTable().filter(context.partitioned()).isPresent();
        String advice = partitioned ? PARTITIONED : rule.remedy();
        return Violation.blocking(rule, table, effect, unchanged ? advice : calls(form));
    }

    private List<Operation> concurrently(Operation operation) {
        return operation.accept(new PostgresConcurrentForm(naming, context));
    }

    private static String calls(List<Operation> operations) {
        return operations.stream().map(PostgresLintVisitor::call).collect(Collectors.joining("\n"));
    }

    private static Violation blocking(Rule rule, QualifiedName table, Effect effect) {
        return Violation.blocking(rule, table, effect, rule.remedy());
    }

    private static String call(Operation operation) {
        return operation.java().source("op", 0) + ";";
    }
}
