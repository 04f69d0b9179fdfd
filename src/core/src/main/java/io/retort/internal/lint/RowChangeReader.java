package io.retort.internal.lint;

import io.retort.dialect.Dialect;
import io.retort.internal.lint.rule.SqlAction;
import io.retort.internal.lint.rule.SqlAction.Kind;
import io.retort.internal.sql.SqlLexer;
import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.TokenCursor;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads which tables an {@code update}, {@code delete}, {@code merge} or {@code truncate} changes. */
final class RowChangeReader {

    private static final Set<String> JOINS = Set.of(",", "join", "straight_join");

    /** Words that can follow a table and are no alias of it. */
    private static final Set<String> AFTER_TABLE = Set.of(
            "cross",
            "force",
            "from",
            "full",
            "ignore",
            "inner",
            "join",
            "left",
            "limit",
            "natural",
            "on",
            "order",
            "partition",
            "returning",
            "right",
            "set",
            "straight_join",
            "use",
            "using",
            "where");

    private static final Set<String> AFTER_ASSIGNMENTS = Set.of("from", "limit", "order", "returning", "where");

    private final Dialect dialect;
    private final Supplier<Snapshot> schema;

    RowChangeReader(Dialect dialect, Supplier<Snapshot> schema) {
        this.dialect = dialect;
        this.schema = schema;
    }

    /** A table, and the name that the rest of the statement uses for it. */
    private record Reference(QualifiedName table, String alias) {}

    /** Returns what a statement does; empty if its form is not known. */
    Optional<ReadStatement> read(String verb, TokenCursor cursor) {
        return switch (verb) {
            case "truncate" -> truncate(cursor);
            case "delete" -> delete(cursor);
            default -> update(cursor);
        };
    }

    private static Optional<ReadStatement> truncate(TokenCursor cursor) {
        cursor.take("table");
        return StatementReader.each(cursor, table -> ReadStatement.of(new SqlAction(Kind.TRUNCATE, table)));
    }

    private Optional<ReadStatement> update(TokenCursor cursor) {
        cursor.take("into");
        boolean oneRow = isOneRow(cursor.copy());
        List<Reference> tables = references(cursor, Set.of("set", "using"));
        if (tables.size() == 1 && oneRow) {
            return Optional.of(ReadStatement.HARMLESS);
        }
        return changed(Kind.UPDATE, tables.size() > 1 && cursor.take("set") ? assigned(cursor, tables) : tables);
    }

    /** MySQL writes the changed tables before {@code from}, or before {@code using}, and there by their aliases. */
    private Optional<ReadStatement> delete(TokenCursor cursor) {
        boolean from = cursor.take("from");
        boolean oneRow = isOneRow(cursor.copy());
        List<Reference> named = references(cursor, Set.of("from", "using", "where"));
        List<Reference> joined =
                cursor.take("from") || cursor.take("using") ? references(cursor, AFTER_ASSIGNMENTS) : List.of();
        if (from && named.size() == 1 && oneRow) {
            return Optional.of(ReadStatement.HARMLESS);
        }
        return changed(
                Kind.DELETE,
                named.stream()
                        .map(each -> joined.stream()
                                .filter(table -> table.alias()
                                        .equalsIgnoreCase(each.table().toString()))
                                .findFirst()
                                .orElse(each))
                        .toList());
    }

    private static Optional<ReadStatement> changed(Kind kind, List<Reference> tables) {
        return tables.stream()
                .map(Reference::table)
                .distinct()
                .map(table -> ReadStatement.of(new SqlAction(kind, table)))
                .reduce(ReadStatement::and);
    }

    /** Reads tables with commas and joins between them; none if a part is not known. */
    private static List<Reference> references(TokenCursor cursor, Set<String> ends) {
        List<Reference> tables = new ArrayList<>();
        boolean expected = true;
        while (!cursor.atEnd() && !isOneOf(cursor.peek(), ends)) {
            cursor.take("only");
            QualifiedName name = expected ? cursor.name() : null;
            if (name != null) {
                cursor.take("*");
                tables.add(new Reference(name, alias(cursor).orElse(name.name())));
                expected = false;
            } else if (cursor.peek().is("(")) {
                boolean query = skipParentheses(cursor);
                if (expected && !query) {
                    return List.of();
                }
                expected = false;
            } else {
                expected = isOneOf(cursor.take(), JOINS);
            }
        }
        return tables;
    }

    private static Optional<String> alias(TokenCursor cursor) {
        boolean given = cursor.take("as") || cursor.peek().isName() && !isOneOf(cursor.peek(), AFTER_TABLE);
        return given ? Optional.ofNullable(cursor.name()).map(QualifiedName::name) : Optional.empty();
    }

    /** Returns whether they contain a query. */
    private static boolean skipParentheses(TokenCursor cursor) {
        cursor.take("(");
        boolean query = isOneOf(cursor.peek(), Set.of("select", "with", "values"));
        int depth = 1;
        while (!cursor.atEnd() && depth > 0) {
            SqlToken token = cursor.take();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        return query;
    }

    /** Returns the tables whose columns get values; all of them if a column has no table. */
    private static List<Reference> assigned(TokenCursor cursor, List<Reference> tables) {
        List<Reference> assigned = new ArrayList<>();
        boolean begins = true;
        while (!cursor.atEnd() && !isOneOf(cursor.peek(), AFTER_ASSIGNMENTS)) {
            if (begins) {
                QualifiedName column = cursor.name();
                List<Reference> owners = column == null ? List.of() : owners(column, tables);
                if (owners.isEmpty()) {
                    return tables;
                }
                assigned.addAll(owners);
            } else if (cursor.peek().is("(")) {
                skipParentheses(cursor);
            }
            begins = cursor.take().is(",");
        }
        return assigned;
    }

    private static List<Reference> owners(QualifiedName column, List<Reference> tables) {
        String owner = String.valueOf(column.schema());
        return tables.stream()
                .filter(table -> table.alias().equalsIgnoreCase(owner))
                .toList();
    }

    private static boolean isOneOf(SqlToken token, Set<String> words) {
        return words.stream().anyMatch(token::is);
    }

    /** Whether the condition compares each column of the primary key with a constant, and nothing else. */
    private boolean isOneRow(TokenCursor cursor) {
        cursor.take("only");
        QualifiedName name = cursor.name();
        if (name == null) {
            return false;
        }
        while (!cursor.atEnd() && !cursor.take("where")) {
            cursor.take();
        }
        Set<String> compared = new HashSet<>();
        do {
            SqlToken column = cursor.take();
            boolean constant = cursor.take("=") && isConstant(cursor.take());
            if (!column.isName() || !constant) {
                return false;
            }
            compared.add(dialect.identifiers().canonical(column.text()));
        } while (cursor.take("and"));
        return cursor.atEnd()
                && schema.get()
                        .table(dialect.identifiers().canonical(name))
                        .flatMap(Table::primaryKey)
                        .map(key -> compared.containsAll(key.columns()))
                        .orElse(false);
    }

    private static boolean isConstant(SqlToken token) {
        return token.kind() == SqlLexer.Kind.STRING
                || !token.text().isEmpty() && Character.isDigit(token.text().charAt(0));
    }
}
