package io.retort.diff.internal.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/**
 * A table with some of its parts, for Hibernate's exporter. It shares the columns of the whole table and restores them
 * after the export, apart from the number that Hibernate uses for aliases.
 */
final class PartialTable {

    private final Table whole;
    private final List<TablePart> parts;
    private final Dialect dialect;
    private final List<Runnable> undo = new ArrayList<>();

    PartialTable(Table whole, List<TablePart> parts, Dialect dialect) {
        this.whole = whole;
        this.parts = parts;
        this.dialect = dialect;
    }

    List<String> during(Function<Table, List<String>> export) {
        try {
            Table partial = copy();
            List<String> statements = new ArrayList<>(export.apply(partial));
            if (!statements.isEmpty()) {
                statements.set(0, withoutRefusedChecks(statements.get(0), partial));
            }
            return statements;
        } finally {
            undo.forEach(Runnable::run);
        }
    }

    private Table copy() {
        Table copy = new Table(whole.getContributor());
        copy.setName(whole.getQuotedName());
        copy.setSchema(whole.getQuotedSchema());
        copy.setCatalog(whole.getQuotedCatalog());
        copy.setComment(whole.getComment());
        copy.setOptions(whole.getOptions());
        copy.setRowId(whole.getRowId());
        copy.setExtraDeclarations(whole.getExtraDeclarations());
        Set<Column> columns = columns();
        whole.getColumns().stream().filter(columns::contains).forEach(column -> add(column, copy));
        for (TablePart part : parts) {
            part.uniqueKey().ifPresent(copy::addUniqueKey);
            if (part.kind() == TablePart.Kind.PRIMARY_KEY) {
                copy.setPrimaryKey(whole.getPrimaryKey());
            }
            if (part.kind() == TablePart.Kind.CHECK) {
                part.checks().forEach(copy::addCheck);
            }
        }
        return copy;
    }

    private void add(Column column, Table copy) {
        copy.addColumn(column);
        if (column.isUnique() && !has(TablePart.Kind.COLUMN_UNIQUE, column)) {
            String name = column.getUniqueKeyName();
            column.setUnique(false);
            undo.add(() -> {
                column.setUnique(true);
                column.setUniqueKeyName(name);
            });
        }
    }

    private Set<Column> columns() {
        return parts.stream()
                .filter(part -> part.kind() == TablePart.Kind.COLUMN)
                .flatMap(part -> part.columns().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean has(TablePart.Kind kind, Column column) {
        return parts.stream()
                .anyMatch(part -> part.kind() == kind && part.columns().contains(column));
    }

    /**
     * Hibernate always writes the check constraints of a column after it; they can only be removed from the statement.
     */
    private String withoutRefusedChecks(String sql, Table partial) {
        String rest = sql;
        for (Column column : partial.getColumns()) {
            if (column.hasCheckConstraint() && !has(TablePart.Kind.COLUMN_CHECKS, column)) {
                rest = withoutChecks(rest, column);
            }
        }
        return rest;
    }

    private String withoutChecks(String sql, Column column) {
        List<String> clauses = new ArrayList<>();
        List<CheckConstraint> anonymous = column.getCheckConstraints().stream()
                .filter(CheckConstraint::isAnonymous)
                .toList();
        if (!anonymous.isEmpty()) {
            clauses.add(" check ("
                    + anonymous.stream()
                            .map(CheckConstraint::getConstraintInParens)
                            .collect(Collectors.joining(" and "))
                    + ")");
        }
        column.getCheckConstraints().forEach(check -> clauses.add(dialect.getCheckConstraintString(check)));
        String rest = sql;
        for (String clause : clauses) {
            rest = without(rest, clause.strip());
        }
        return rest;
    }

    /** Where a product has no column check constraints, they follow the columns, separated by commas. */
    private static String without(String sql, String clause) {
        int at = sql.indexOf(clause);
        if (at < 0) {
            return sql;
        }
        String before = sql.substring(0, at).stripTrailing();
        return (before.endsWith(",") ? before.substring(0, before.length() - 1) : before)
                + sql.substring(at + clause.length());
    }
}
