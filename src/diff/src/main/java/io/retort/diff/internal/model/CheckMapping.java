package io.retort.diff.internal.model;

import io.retort.dialect.Identifiers;
import io.retort.schema.Constraint.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.boot.Metadata;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.AggregateColumn;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.internal.StandardTableExporter;

/**
 * Maps the check constraints of a table: those of its columns, its own, and those of embeddables stored in one column.
 */
final class CheckMapping {

    /** Gives access to check constraints that exist only in the output of Hibernate's exporter. */
    private static final class AggregateChecks extends StandardTableExporter {

        AggregateChecks(Dialect dialect) {
            super(dialect);
        }

        /** Returns the expression of the check constraint; empty if the column has no check constraint. */
        String condition(AggregateColumn column) {
            StringBuilder sql = new StringBuilder();
            applyAggregateColumnCheck(sql, column);
            String text = sql.toString().strip();
            return text.isEmpty() ? "" : text.substring(text.indexOf('(') + 1, text.length() - 1);
        }
    }

    private final Metadata metadata;
    private final Dialect dialect;
    private final ModelNames names;
    private final Identifiers identifiers;

    CheckMapping(Metadata metadata, ModelNames names, Identifiers identifiers) {
        this.metadata = metadata;
        this.dialect = metadata.getDatabase().getDialect();
        this.names = names;
        this.identifiers = identifiers;
    }

    List<Check> checks(Table table) {
        CheckNames checkNames = new CheckNames(
                identifiers,
                names.of(table).name(),
                table.getColumns().stream().map(names::of).toList());
        List<Check> checks = new ArrayList<>();
        if (dialect.supportsColumnCheck() || dialect.supportsTableCheck()) {
            table.getColumns().forEach(column -> checks.addAll(ofColumn(column, checkNames)));
        }
        if (dialect.supportsTableCheck()) {
            table.getChecks().forEach(check -> checks.add(check(check, checkNames)));
            table.getColumns().forEach(column -> checks.addAll(ofAggregate(column, checkNames)));
        }
        return checks;
    }

    /** Hibernate combines the unnamed check constraints of a column into one. */
    private List<Check> ofColumn(Column column, CheckNames checkNames) {
        List<Check> checks = new ArrayList<>();
        List<CheckConstraint> anonymous = column.getCheckConstraints().stream()
                .filter(CheckConstraint::isAnonymous)
                .toList();
        if (!anonymous.isEmpty()) {
            String condition = anonymous.size() == 1
                    ? anonymous.get(0).getConstraint()
                    : anonymous.stream()
                            .map(CheckConstraint::getConstraintInParens)
                            .collect(Collectors.joining(" and "));
            checks.add(new Check(checkNames.next(condition), condition));
        }
        column.getCheckConstraints().stream()
                .filter(CheckConstraint::isNamed)
                .forEach(check -> checks.add(check(check, checkNames)));
        ColumnDefinition.parse(column.getSqlType(metadata)).checks().stream()
                .map(check -> new CheckConstraint(check.getKey(), check.getValue()))
                .forEach(check -> checks.add(check(check, checkNames)));
        return checks;
    }

    private Check check(CheckConstraint check, CheckNames checkNames) {
        String name = check.getName();
        String condition = check.getConstraint();
        boolean named = name != null && !name.isBlank();
        return new Check(named ? names.written(name) : checkNames.next(condition), condition);
    }

    private List<Check> ofAggregate(Column column, CheckNames checkNames) {
        boolean checked = dialect.getAggregateSupport() != null
                && dialect.getAggregateSupport().supportsComponentCheckConstraints();
        if (!checked || !(column instanceof AggregateColumn aggregate)) {
            return List.of();
        }
        String condition = new AggregateChecks(dialect).condition(aggregate);
        return condition.isEmpty() ? List.of() : List.of(new Check(checkNames.next(condition), condition));
    }
}
