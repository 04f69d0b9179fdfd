package io.retort.diff.internal.scratch;

import io.retort.diff.internal.model.ModelDdl;
import io.retort.diff.internal.model.TablePart;
import io.retort.diff.internal.scratch.RejectedTable.Kind;
import io.retort.diff.internal.scratch.RejectedTable.RejectedPart;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/**
 * Finds the parts of a table that the database accepts when it rejects the whole. Bisection keeps the number of
 * statements small for a single rejected part. It is repeated as long as more parts are accepted, because parts can
 * depend on each other.
 */
final class TableReduction {

    /** The error text of a part that fails only because its column does. */
    private static final String LEANING = "";

    private final ModelDdl ddl;
    private final Table table;
    private final StatementRunner runner;
    private final List<TablePart> order;
    private final List<TablePart> accepted = new ArrayList<>();
    private final Map<TablePart, String> refusals = new LinkedHashMap<>();
    private boolean standing;

    TableReduction(ModelDdl ddl, Table table, StatementRunner runner) {
        this.ddl = ddl;
        this.table = table;
        this.runner = runner;
        this.order = ddl.parts(table);
    }

    /** Creates what the database accepts and returns the statements to run after the table's own. */
    List<String> create() throws SQLException {
        List<TablePart> pending = order;
        int before;
        do {
            before = accepted.size();
            refusals.clear();
            accept(pending);
            pending = List.copyOf(refusals.keySet());
        } while (accepted.size() > before && !pending.isEmpty());
        if (accepted.isEmpty()) {
            return List.of();
        }
        List<String> statements = ddl.create(table, accepted);
        if (!standing) {
            refusalOf(accepted);
        }
        return statements.subList(1, statements.size());
    }

    /** Returns the parts that are rejected on their own; empty if nothing was accepted. */
    List<RejectedPart> refused() {
        return accepted.isEmpty()
                ? List.of()
                : refusals.entrySet().stream()
                        .filter(refusal -> !refusal.getValue().isEmpty())
                        .flatMap(refusal -> refused(refusal.getKey(), refusal.getValue()).stream())
                        .toList();
    }

    /** Returns the columns that the created table lacks. */
    List<Column> missingColumns() {
        Set<Column> there = columns(accepted);
        return table.getColumns().stream()
                .filter(column -> !there.contains(column))
                .toList();
    }

    /** Adds as many of the parts as the database accepts. */
    private void accept(List<TablePart> parts) throws SQLException {
        List<TablePart> tried = new ArrayList<>(accepted);
        tried.addAll(parts);
        Set<Column> present = columns(tried);
        if (parts.size() == 1 && !parts.get(0).fits(present)) {
            refusals.put(parts.get(0), LEANING);
            return;
        }
        tried.removeIf(part -> !part.fits(present));
        tried.sort(Comparator.comparingInt(order::indexOf));
        Optional<String> refusal = refusalOf(tried);
        if (refusal.isEmpty()) {
            accepted.clear();
            accepted.addAll(tried);
            parts.stream().filter(part -> !accepted.contains(part)).forEach(part -> refusals.put(part, LEANING));
        } else if (parts.size() == 1) {
            refusals.put(parts.get(0), refusal.get());
        } else {
            int half = firstHalf(parts);
            accept(parts.subList(0, half));
            accept(parts.subList(half, parts.size()));
        }
    }

    /** Some products accept an identity column only together with its key. */
    private static int firstHalf(List<TablePart> parts) {
        int half = parts.size() / 2;
        return half == 1 && parts.size() > 2 && parts.get(1).kind() == TablePart.Kind.PRIMARY_KEY ? 2 : half;
    }

    private Optional<String> refusalOf(List<TablePart> parts) throws SQLException {
        if (standing) {
            for (String sql : ddl.drop(table)) {
                runner.refusal(sql);
            }
        }
        List<String> statements = ddl.create(table, parts);
        Optional<String> refusal = runner.refusal(statements.get(0));
        standing = refusal.isEmpty();
        return refusal;
    }

    private static Set<Column> columns(List<TablePart> parts) {
        Set<Column> columns = new HashSet<>();
        parts.stream()
                .filter(part -> part.kind() == TablePart.Kind.COLUMN)
                .forEach(part -> columns.addAll(part.columns()));
        return columns;
    }

    private List<RejectedPart> refused(TablePart part, String words) {
        List<String> columns = part.columns().stream().map(ddl::name).toList();
        Kind kind = switch (part.kind()) {
            case COLUMN -> Kind.COLUMN;
            case PRIMARY_KEY -> Kind.PRIMARY_KEY;
            case UNIQUE, COLUMN_UNIQUE -> Kind.UNIQUE;
            case CHECK, COLUMN_CHECKS -> Kind.CHECK;
        };
        return kind == Kind.CHECK
                ? part.checks().stream()
                        .map(check -> refused(check, columns, words))
                        .toList()
                : List.of(new RejectedPart(kind, null, columns, ddl.definition(table, part), words));
    }

    private RejectedPart refused(CheckConstraint check, List<String> columns, String words) {
        String name = check.isNamed() ? ddl.written(check.getName()) : null;
        return new RejectedPart(Kind.CHECK, name, columns, check.getConstraint(), words);
    }
}
