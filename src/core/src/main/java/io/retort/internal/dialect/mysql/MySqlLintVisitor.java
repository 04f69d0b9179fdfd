package io.retort.internal.dialect.mysql;

import static io.retort.internal.lint.rule.Effect.Blocking.NOTHING;
import static io.retort.internal.lint.rule.Effect.Blocking.WRITES;

import io.retort.internal.dialect.ansi.ColumnChange;
import io.retort.internal.lint.rule.Effect;
import io.retort.internal.lint.rule.Effect.Work;
import io.retort.internal.lint.rule.LintContext;
import io.retort.internal.lint.rule.LintVisitor;
import io.retort.internal.lint.rule.Rule;
import io.retort.internal.lint.rule.Violation;
import io.retort.internal.lint.rule.VolatileDefault;
import io.retort.internal.sql.ColumnReferences;
import io.retort.lint.Finding.Level;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Action;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the violations of one operation on MySQL or MariaDB. */
final class MySqlLintVisitor implements LintVisitor {

    private static final Effect REBUILD = new Effect(NOTHING, Work.REWRITE);
    private static final Effect BLOCKING_REBUILD = new Effect(WRITES, Work.REWRITE);
    private static final Effect BLOCKING_INDEX = new Effect(WRITES, Work.INDEX);

    private static final Set<String> BLOCKING_METHODS = Set.of("fulltext", "spatial");

    private static final int BYTES_PER_CHARACTER = 4;
    private static final int ONE_LENGTH_BYTE = 255;
    private static final int INSTANT_BYTES = 127;
    private static final int DEFAULT_LENGTH = 255;
    private static final int LONGEST_VARCHAR = 16_383;

    private final MySqlLintRules product;
    private final LintContext context;

    MySqlLintVisitor(MySqlLintRules product, LintContext context) {
        this.product = product;
        this.context = context;
    }

    /** A copy blocks writes on a version that copies online if the table has a key that changes its rows. */
    List<Violation> copied(Rule rule, QualifiedName table) {
        if (!product.copiesOnline(context.version())) {
            return List.of(Violation.blocking(rule, table, BLOCKING_REBUILD, rule.remedy()));
        }
        return hasCascade(table)
                ? List.of(Violation.blocking(
                        MySqlRules.CASCADE_COPY, table, BLOCKING_REBUILD, MySqlRules.CASCADE_COPY.remedy()))
                : List.of(Violation.blocking(rule, table, REBUILD, null).at(Level.INFO));
    }

    private boolean hasCascade(QualifiedName name) {
        return context.table(name)
                .map(table -> table.constraintsOf(Constraint.ForeignKey.class)
                        .anyMatch(key -> isCascade(key.onDelete()) || isCascade(key.onUpdate())))
                .orElse(false);
    }

    private static boolean isCascade(Action action) {
        return action == Action.CASCADE || action == Action.SET_NULL;
    }

    private static Violation rebuilt(Rule rule, QualifiedName table) {
        return Violation.blocking(rule, table, REBUILD, null);
    }

    @Override
    public List<Violation> addColumn(ColumnOperation.Add add) {
        Column column = add.column();
        if (column.generation() instanceof Generation.Identity) {
            return identity(add.table());
        }
        List<Violation> all = new ArrayList<>();
        if (column.generation() instanceof Generation.Computed computed) {
            all.addAll(computed.stored() ? copied(MySqlRules.ADD_STORED, add.table()) : List.of());
        } else if (hasExpression(column)) {
            all.addAll(copied(MySqlRules.ADD_VOLATILE_DEFAULT, add.table()));
        } else if (!column.nullable() && column.defaultValue() == null) {
            all.add(Violation.of(
                    MySqlRules.IMPLICIT_VALUE,
                    add.table(),
                    "Every existing row of " + add.table() + " gets 0 or an empty text in " + column.name()
                            + ", without a warning.",
                    MySqlRules.IMPLICIT_VALUE.remedy()));
        }
        if (add.key() instanceof Constraint.PrimaryKey) {
            all.add(rebuilt(MySqlRules.PRIMARY_KEY_REBUILDS, add.table()));
        }
        return all;
    }

    private static List<Violation> identity(QualifiedName table) {
        return List.of(Violation.blocking(MySqlRules.ADD_IDENTITY, table, BLOCKING_REBUILD, null));
    }

    @Override
    public List<Violation> dropColumn(ColumnOperation.Drop drop) {
        boolean key = drop.key() instanceof Constraint.PrimaryKey
                || context.table(drop.table())
                        .flatMap(Table::primaryKey)
                        .map(primary -> primary.columns().contains(drop.name()))
                        .orElse(false);
        return key ? copied(MySqlRules.PRIMARY_KEY_DROP, drop.table()) : List.of();
    }

    private static boolean hasExpression(Column column) {
        return VolatileDefault.isExpression(column.defaultValue(), MySqlSyntax.MYSQL);
    }

    @Override
    public List<Violation> alterColumn(ColumnOperation.Alter alter) {
        ColumnChange change = ColumnChange.of(alter);
        QualifiedName table = alter.table();
        if (change.generation()) {
            return generation(alter);
        }
        List<Violation> all = new ArrayList<>();
        if (alter.using() != null) {
            all.addAll(copied(MySqlRules.TYPE_REWRITE, table));
        } else if (change.type()) {
            all.addAll(otherType(alter));
        }
        if (change.nullability()
                && all.stream().noneMatch(violation -> violation.effect().work() == Work.REWRITE)) {
            all.add(rebuilt(MySqlRules.NOT_NULL_REBUILDS, table));
        }
        return all;
    }

    private List<Violation> generation(ColumnOperation.Alter alter) {
        Generation before = alter.before().generation();
        Generation after = alter.after().generation();
        if (after instanceof Generation.Identity) {
            return identity(alter.table());
        }
        if (before instanceof Generation.Identity) {
            return product.dropsIdentityInstantly() ? List.of() : copied(MySqlRules.IDENTITY_DROP, alter.table());
        }
        boolean virtual = isVirtual(before) && (after == null || isVirtual(after));
        return virtual && after != null ? List.of() : copied(MySqlRules.ADD_STORED, alter.table());
    }

    private static boolean isVirtual(@Nullable Generation generation) {
        return generation instanceof Generation.Computed computed && !computed.stored();
    }

    private List<Violation> otherType(ColumnOperation.Alter alter) {
        SqlType before = alter.before().type();
        SqlType after = alter.after().type();
        QualifiedName table = alter.table();
        if (before.equals(after)) {
            return isIndexed(alter) ? copied(MySqlRules.COLLATION_COPIES, table) : List.of();
        }
        if (before.kind() == Kind.ENUM && after.kind() == Kind.ENUM) {
            return isAppended(before.values(), after.values()) ? List.of() : copied(MySqlRules.ENUM_COPIES, table);
        }
        MySqlTypes types = new MySqlTypes();
        if (types.name(before).equals(types.name(after))) {
            return List.of();
        }
        return isText(before) && isText(after)
                ? otherLength(before, after, table)
                : copied(MySqlRules.TYPE_REWRITE, table);
    }

    private static boolean isAppended(List<String> before, List<String> after) {
        return after.size() >= before.size()
                && after.subList(0, before.size()).equals(before)
                && (before.size() > ONE_LENGTH_BYTE || after.size() <= ONE_LENGTH_BYTE);
    }

    private static boolean isText(SqlType type) {
        return Set.of(Kind.VARCHAR, Kind.NVARCHAR, Kind.CHAR, Kind.NCHAR).contains(type.kind())
                && length(type) <= LONGEST_VARCHAR;
    }

    private static int length(SqlType type) {
        boolean letter = type.kind() == Kind.CHAR || type.kind() == Kind.NCHAR;
        return type.argumentOr(letter ? 1 : DEFAULT_LENGTH);
    }

    private List<Violation> otherLength(SqlType before, SqlType after, QualifiedName table) {
        int now = length(before) * BYTES_PER_CHARACTER;
        int then = length(after) * BYTES_PER_CHARACTER;
        if (then < now) {
            return copied(MySqlRules.TYPE_REWRITE, table);
        }
        boolean crosses = now <= ONE_LENGTH_BYTE && then > ONE_LENGTH_BYTE;
        boolean instant = product.extendsShortTexts() && now <= INSTANT_BYTES;
        return crosses && !instant ? copied(MySqlRules.VARCHAR_LENGTH, table) : List.of();
    }

    private boolean isIndexed(ColumnOperation.Alter alter) {
        String name = alter.after().name();
        return context.table(alter.table())
                .map(table -> table.indexes().stream().anyMatch(index -> ColumnReferences.in(index, name))
                        || table.constraints().stream().anyMatch(constraint -> ColumnReferences.in(constraint, name)))
                .orElse(false);
    }

    @Override
    public List<Violation> addConstraint(ConstraintOperation.Add add) {
        Constraint constraint = add.constraint();
        if (constraint instanceof Constraint.PrimaryKey) {
            return List.of(rebuilt(MySqlRules.PRIMARY_KEY_REBUILDS, add.table()));
        }
        if (constraint instanceof Constraint.Check) {
            return check(add.table());
        }
        return constraint instanceof Constraint.ForeignKey
                ? copied(MySqlRules.FK_BLOCKS_WRITES, add.table())
                : List.of();
    }

    private List<Violation> check(QualifiedName table) {
        return product.ignoresChecks(context.version()) ? List.of() : copied(MySqlRules.CHECK_BLOCKS, table);
    }

    @Override
    public List<Violation> dropConstraint(ConstraintOperation.Drop drop) {
        boolean primaryKey = drop.name() == null || drop.constraint() instanceof Constraint.PrimaryKey;
        return primaryKey ? copied(MySqlRules.PRIMARY_KEY_DROP, drop.table()) : List.of();
    }

    /** Foreign keys and checks are dropped and added. */
    @Override
    public List<Violation> renameConstraint(ConstraintOperation.Rename rename) {
        if (rename.before() instanceof Constraint.Check) {
            return check(rename.table());
        }
        return rename.before() instanceof Constraint.ForeignKey
                ? copied(MySqlRules.FK_BLOCKS_WRITES, rename.table())
                : List.of();
    }

    @Override
    public List<Violation> createIndex(IndexOperation.Create create) {
        String method = Objects.requireNonNullElse(create.index().method(), "").toLowerCase(Locale.ROOT);
        boolean expression = create.index().parts().stream().anyMatch(Index.Part::expression);
        if (!expression && !BLOCKING_METHODS.contains(method)) {
            return List.of();
        }
        Effect effect = expression ? BLOCKING_REBUILD : BLOCKING_INDEX;
        return List.of(Violation.blocking(MySqlRules.INDEX_BLOCKS_WRITES, create.table(), effect, null));
    }
}
