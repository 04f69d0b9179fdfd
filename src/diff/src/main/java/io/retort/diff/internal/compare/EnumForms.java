package io.retort.diff.internal.compare;

import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The two forms of an enum column: an enum type, and a text with a check constraint that lists the constants. A column keeps
 * the form that the revisions gave it, so that a revision written on one product runs on another one.
 */
public final class EnumForms {

    private static final int PLAIN_LENGTH = 255;
    private static final Set<Kind> TEXTS = Set.of(Kind.VARCHAR, Kind.NVARCHAR, Kind.CHAR);

    private Snapshot live;
    private Snapshot wanted;
    private Snapshot declared;

    private EnumForms(ComparisonContext schemas) {
        this.live = schemas.live();
        this.wanted = schemas.wanted();
        this.declared = schemas.declared();
    }

    /**
     * For a product with enum types in columns: where the database has a text with a check, the entities want that, too.
     */
    public static ComparisonContext checked(ComparisonContext schemas) {
        EnumForms forms = new EnumForms(schemas);
        schemas.live().tables().forEach(table -> table.columns().forEach(column -> forms.check(table, column)));
        return forms.in(schemas);
    }

    /**
     * For a product that lists the constants in a check: where a revision created the column with an enum type, the check is a
     * part of its type on both sides.
     *
     * @param made the type with which the revisions created a column of a table, if they created it
     */
    public static ComparisonContext typed(
            ComparisonContext schemas, BiFunction<QualifiedName, String, Optional<SqlType>> made) {
        EnumForms forms = new EnumForms(schemas);
        for (Table table : schemas.live().tables()) {
            for (Column column : table.columns()) {
                made.apply(table.name(), column.name())
                        .filter(type -> type.kind() == Kind.ENUM)
                        .ifPresent(type -> forms.type(table, column));
            }
        }
        return forms.in(schemas);
    }

    private ComparisonContext in(ComparisonContext schemas) {
        return schemas.with(live, wanted, declared, schemas.ours());
    }

    private void check(Table table, Column column) {
        Optional<ListedTexts> listed = listed(table, column.name());
        List<String> constants =
                enumType(wanted, table, column).map(SqlType::values).orElse(List.of());
        SqlType text = enumType(declared, table, column)
                .filter(type -> column.type().kind() == Kind.VARCHAR)
                .map(type -> SqlType.varchar(type.argumentOr(PLAIN_LENGTH)))
                .orElse(column.type());
        if (listed.isEmpty() || constants.isEmpty() || !fit(constants, text)) {
            return;
        }
        Check check = listed.get().check();
        Check plain = ListedTexts.of(new Check(check.name(), column.name() + " in ('')"))
                .with(constants);
        wanted = wanted.mapTable(
                table.name(),
                other -> with(typed(other, column.name(), text), listed.get().with(constants)));
        declared = declared.mapTable(table.name(), other -> with(typed(other, column.name(), text), plain));
    }

    private static Optional<SqlType> enumType(Snapshot schema, Table table, Column column) {
        return schema.table(table.name())
                .flatMap(other -> other.column(column.name()))
                .map(Column::type)
                .filter(type -> type.kind() == Kind.ENUM);
    }

    private static boolean fit(List<String> constants, SqlType text) {
        return constants.stream().allMatch(constant -> constant.length() <= text.argumentOr(1));
    }

    private void type(Table table, Column column) {
        Optional<ListedTexts> listed = listed(table, column.name());
        if (listed.isEmpty()) {
            return;
        }
        List<String> constants = listed.get().texts();
        live = live.mapTable(table.name(), other -> typed(other, column.name(), listed.get()));
        wanted = wanted.mapTable(table.name(), other -> typed(other, column.name(), constants));
        declared = declared.mapTable(table.name(), other -> typed(other, column.name(), constants));
    }

    /** With the check as a part of the type, the constants in the order of the live ones if they are the same, else sorted. */
    private static Table typed(Table table, String column, List<String> same) {
        return listed(table, column)
                .map(listed -> {
                    boolean alike = Set.copyOf(listed.texts()).equals(Set.copyOf(same));
                    List<String> sorted = listed.texts().stream().sorted().toList();
                    return typed(table, column, new ListedTexts(listed.check(), alike ? same : sorted));
                })
                .orElse(table);
    }

    private static Table typed(Table table, String name, ListedTexts listed) {
        Column column = table.column(name).orElseThrow();
        int length = column.type().argumentOr(1);
        SqlType type = length == PLAIN_LENGTH ? SqlType.enumOf(listed.texts()) : SqlType.enumOf(length, listed.texts());
        return typed(table, name, type)
                .withConstraints(table.constraints().stream()
                        .filter(constraint -> !constraint.equals(listed.check()))
                        .toList());
    }

    private static Table typed(Table table, String name, SqlType type) {
        return table.mapColumns(column -> column.name().equals(name) ? column.withType(type) : column);
    }

    private static Table with(Table table, Check check) {
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        constraints.add(check);
        return table.withConstraints(constraints);
    }

    /** The check that lists the texts of a text column, if there is exactly one and it does nothing else. */
    private static Optional<ListedTexts> listed(Table table, String column) {
        boolean text = table.column(column)
                .filter(found -> TEXTS.contains(found.type().kind()))
                .isPresent();
        Check example = new Check("x", column + " in ('')");
        List<ListedTexts> listed = text
                ? table.constraintsOf(Check.class)
                        .filter(check -> Counterparts.listSameColumn(check, example, table))
                        .map(ListedTexts::of)
                        .filter(texts -> !texts.texts().isEmpty())
                        .toList()
                : List.of();
        return listed.size() == 1 ? Optional.of(listed.get(0)) : Optional.empty();
    }
}
