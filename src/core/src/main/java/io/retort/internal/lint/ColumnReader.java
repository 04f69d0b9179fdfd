package io.retort.internal.lint;

import io.retort.dialect.Dialect;
import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.TokenCursor;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.Operation;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Generation;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the definition of a column in {@code alter table ... add column}. */
final class ColumnReader {

    /** Words that end a type or a default. */
    private static final Set<String> CLAUSES = Set.of(
            "not",
            "null",
            "default",
            "generated",
            "as",
            "references",
            "check",
            "unique",
            "primary",
            "collate",
            "constraint",
            "auto_increment",
            "comment",
            "first",
            "after",
            "stored",
            "virtual");

    private static final Set<String> SERIAL = Set.of("serial", "bigserial", "smallserial");

    private final Dialect dialect;
    private final QualifiedName table;

    ColumnReader(Dialect dialect, QualifiedName table) {
        this.dialect = dialect;
        this.table = table;
    }

    /** Reads a definition from the name of the column. */
    ReadStatement read(TokenCursor cursor, String action) {
        String name = cursor.take().text();
        String type = upToClause(cursor, action);
        Optional<SqlType> known = dialect.readType(type.toLowerCase(Locale.ROOT));
        Column column = new Column(name, known.orElse(SqlType.other(type)));
        if (SERIAL.contains(type.toLowerCase(Locale.ROOT))) {
            column = column.identity();
        }
        List<Operation> keys = new ArrayList<>();
        while (!cursor.atEnd()) {
            column = clause(cursor, action, column, keys);
        }
        List<Operation> all = new ArrayList<>();
        all.add(new ColumnOperation.Add(table, column));
        all.addAll(keys);
        return new ReadStatement(all, List.of());
    }

    private Column clause(TokenCursor cursor, String action, Column column, List<Operation> keys) {
        if (cursor.take("not", "null")) {
            return column.notNull();
        }
        if (cursor.take("default")) {
            return column.defaultExpression(upToClause(cursor, action));
        }
        if (cursor.take("auto_increment") || cursor.take("as", "identity")) {
            return column.identity();
        }
        if (cursor.take("stored")) {
            return column.withGeneration(new Generation.Computed("...", true));
        }
        if (cursor.take("virtual")) {
            return column.withGeneration(new Generation.Computed("...", false));
        }
        constraint(cursor, column.name()).ifPresentOrElse(keys::add, cursor::take);
        return column;
    }

    private Optional<Operation> constraint(TokenCursor cursor, String column) {
        if (cursor.take("references")) {
            return Optional.ofNullable(cursor.name()).map(parent -> add(StatementReader.key(parent, List.of(column))));
        }
        if (cursor.take("check")) {
            skipParentheses(cursor);
            return Optional.of(add(new Constraint.Check(StatementReader.UNNAMED, "...")));
        }
        if (cursor.take("unique")) {
            return Optional.of(add(new Constraint.Unique(StatementReader.UNNAMED, List.of(column))));
        }
        return cursor.take("primary", "key")
                ? Optional.of(add(new Constraint.PrimaryKey(null, List.of(column))))
                : Optional.empty();
    }

    private Operation add(Constraint constraint) {
        return new ConstraintOperation.Add(table, constraint);
    }

    private static void skipParentheses(TokenCursor cursor) {
        int depth = 0;
        do {
            SqlToken token = cursor.take();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        } while (!cursor.atEnd() && depth > 0);
    }

    /** Takes the tokens up to the next clause, and returns their text. */
    private static String upToClause(TokenCursor cursor, String action) {
        int start = cursor.peek().start();
        int end = start;
        int depth = 0;
        while (!cursor.atEnd() && (depth > 0 || end == start || !isClause(cursor.peek()))) {
            SqlToken token = cursor.take();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            end = token.end();
        }
        return action.substring(start, end);
    }

    private static boolean isClause(SqlToken token) {
        return CLAUSES.stream().anyMatch(token::is);
    }
}
