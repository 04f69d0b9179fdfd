package io.retort.diff.internal.compare;

import io.retort.dialect.conversion.ValueType;
import io.retort.diff.internal.compare.OperationOrder.Phase;
import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.TokenCursor;
import io.retort.operation.ColumnOperation;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Default;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import io.retort.sql.SqlSyntax;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares columns, matched by name: type, nullability, default, generation, collation and comment.
 *
 * @param tables the table on both sides
 */
record ColumnComparison(TableComparison tables) {

    /** Words of a clause after the type in a column definition, which is not parsed. */
    private static final Set<String> CLAUSES = Set.of(
            "references",
            "generated",
            "comment",
            "constraint",
            "check",
            "unique",
            "default",
            "auto_increment",
            "identity",
            "invisible",
            "charset");

    void compare() {
        QualifiedName table = tables.declared().name();
        for (Column wanted : tables.wanted().columns()) {
            Column declared = tables.declared().column(wanted.name()).orElse(wanted);
            Optional<Column> live =
                    tables.live().column(wanted.name()).map(column -> collated(sameNumbers(column, wanted), wanted));
            if (live.isEmpty()) {
                Phase phase = computed(declared) ? Phase.ADD_COMPUTED_COLUMNS : Phase.ADD_COLUMNS;
                PrimaryKey key = key(wanted, tables.wanted(), tables.live());
                tables.changes().add(phase, new ColumnOperation.Add(table, declared, key));
            } else {
                compare(live.get(), numbering(live.get(), wanted), numbering(live.get(), declared));
            }
        }
        tables.live().columns().stream()
                .filter(live -> tables.wanted().column(live.name()).isEmpty())
                .forEach(this::drop);
    }

    private void compare(Column live, Column wanted, Column declared) {
        if (losesKey(live, wanted)) {
            Column plain = live.withGeneration(null);
            tables.changes()
                    .add(
                            Phase.END_IDENTITIES,
                            new ColumnOperation.Alter(tables.declared().name(), live, plain));
            compare(plain, wanted, declared);
        } else if (!live.equals(wanted)) {
            tables.changes().add(phase(live, wanted), altered(live, wanted, declared));
        }
    }

    /** On MySQL and MariaDB, a column that numbers rows cannot lose its key before it stops doing so. */
    private boolean losesKey(Column live, Column wanted) {
        Optional<PrimaryKey> key =
                tables.live().primaryKey().filter(found -> found.columns().contains(live.name()));
        return live.generation() instanceof Generation.Identity
                && !(wanted.generation() instanceof Generation.Identity)
                && key.isPresent()
                && tables.wanted()
                        .primaryKey()
                        .map(PrimaryKey::columns)
                        .filter(key.get().columns()::equals)
                        .isEmpty();
    }

    /**
     * Returns the wanted column with the generation that the database has. An entity with generated identifiers defines
     * no start, no increment, and not whether an insert can supply a value. A default that reads a sequence works as
     * well.
     */
    private static Column numbering(Column live, Column wanted) {
        if (!Generation.Identity.BY_DEFAULT.equals(wanted.generation())) {
            return wanted;
        }
        return takesNextNumber(live)
                ? wanted.withGeneration(null).withDefault(live.defaultValue())
                : live.generation() instanceof Generation.Identity ? wanted.withGeneration(live.generation()) : wanted;
    }

    private static boolean takesNextNumber(Column column) {
        return column.defaultValue() instanceof Default.Expression expression
                && isNextNumber(new TokenCursor(expression.sql(), SqlSyntax.STANDARD, 4));
    }

    /**
     * The default of a {@code serial} column or of a hand-written equivalent: {@code nextval('leg_id_seq'::regclass)}.
     */
    private static boolean isNextNumber(TokenCursor cursor) {
        cursor.take("(");
        return cursor.take("nextval", "(") || cursor.take("next", "value", "for");
    }

    /** A {@code float(53)} and a {@code double precision} hold the same numbers, but a catalog can keep both names. */
    private static Column sameNumbers(Column live, Column wanted) {
        return hasPrecision(live.type())
                        && hasPrecision(wanted.type())
                        && ValueType.of(live.type()) == ValueType.of(wanted.type())
                ? live.withType(wanted.type())
                : live;
    }

    /** Whether the type is a binary floating-point type that every product stores with the same precision. */
    private static boolean hasPrecision(SqlType type) {
        return switch (type.kind()) {
            case REAL, DOUBLE -> true;
            case FLOAT -> !type.arguments().isEmpty();
            default -> false;
        };
    }

    /** A column without a collation of its own inherits that of its table. */
    private Column collated(Column live, Column wanted) {
        String collation = wanted.collation();
        return live.collation() == null
                        && collation != null
                        && tables.live().options().contains("collate " + collation)
                ? live.collation(collation)
                : live;
    }

    /** A column is computed, or stops being computed, while the columns in its expression have the right definition. */
    private static Phase phase(Column live, Column wanted) {
        if (computed(live) == computed(wanted)) {
            return Phase.ALTER_COLUMNS;
        }
        return computed(live) ? Phase.DROP_COMPUTED_COLUMNS : Phase.ADD_COMPUTED_COLUMNS;
    }

    private void drop(Column live) {
        PrimaryKey key = key(live, tables.live(), tables.wanted());
        Phase phase = computed(live) || key != null ? Phase.DROP_COMPUTED_COLUMNS : Phase.DROP_COLUMNS;
        tables.changes().add(phase, new ColumnOperation.Drop(tables.declared().name(), live.name(), live, key));
    }

    /** The primary key that is added or dropped together with an identity column. */
    private static @Nullable PrimaryKey key(Column column, Table with, Table without) {
        return TableComparison.keyOfCounter(with, without)
                .filter(key -> key.columns().contains(column.name()))
                .orElse(null);
    }

    /** A generated column is added after the columns of its expression, and dropped before them. */
    private static boolean computed(Column column) {
        return column.generation() instanceof Generation.Computed;
    }

    /**
     * Returns the change as the model declares it. Where that would hide the difference, the change uses the spelling
     * of the database.
     */
    private ColumnOperation altered(Column live, Column wanted, Column declared) {
        Column before = before(live, wanted, declared);
        return before.equals(declared) || isMoreThanAType(wanted, declared)
                ? new ColumnOperation.Alter(tables.declared().name(), live, wanted)
                : new ColumnOperation.Alter(tables.declared().name(), before, declared);
    }

    /** Whether the declared type text contains further clauses, which the database reports as separate properties. */
    private static boolean isMoreThanAType(Column wanted, Column declared) {
        String text = declared.type().text();
        return text != null && wanted.type().text() == null && hasClause(new TokenCursor(text, SqlSyntax.STANDARD));
    }

    private static boolean hasClause(TokenCursor cursor) {
        while (!cursor.atEnd()) {
            if (cursor.take("primary", "key") || cursor.take("on", "update") || cursor.take("character", "set")) {
                return true;
            }
            SqlToken token = cursor.take();
            if (token.kind() == Kind.WORD && CLAUSES.contains(token.text().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Only the properties that differ are taken from the database, so that the rest of the column reads as unchanged.
     */
    private static Column before(Column live, Column wanted, Column declared) {
        Column before = declared.withNullable(live.nullable());
        if (!live.type().equals(wanted.type())) {
            before = before.withType(live.type());
        }
        if (!Objects.equals(live.defaultValue(), wanted.defaultValue())) {
            before = before.withDefault(live.defaultValue());
        }
        if (!Objects.equals(live.generation(), wanted.generation())) {
            before = before.withGeneration(live.generation());
        }
        if (!Objects.equals(live.collation(), wanted.collation())) {
            before = before.collation(live.collation());
        }
        return Objects.equals(live.comment(), wanted.comment()) ? before : before.comment(live.comment());
    }
}
