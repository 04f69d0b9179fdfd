package io.retort.internal.lint;

import io.retort.dialect.Dialect;
import io.retort.internal.lint.rule.SqlAction;
import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.TokenCursor;
import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

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

    private static final Set<String> BUILT_IN = Set.of(
            "int",
            "integer",
            "bigint",
            "smallint",
            "tinyint",
            "mediumint",
            "int2",
            "int4",
            "int8",
            "serial",
            "bigserial",
            "smallserial",
            "numeric",
            "decimal",
            "dec",
            "fixed",
            "real",
            "double",
            "float",
            "float4",
            "float8",
            "bool",
            "boolean",
            "char",
            "character",
            "varchar",
            "nchar",
            "nvarchar",
            "national",
            "text",
            "tinytext",
            "mediumtext",
            "longtext",
            "clob",
            "blob",
            "tinyblob",
            "mediumblob",
            "longblob",
            "bytea",
            "binary",
            "varbinary",
            "bit",
            "varbit",
            "date",
            "time",
            "timetz",
            "timestamp",
            "timestamptz",
            "datetime",
            "year",
            "interval",
            "uuid",
            "json",
            "jsonb",
            "xml",
            "inet",
            "inet4",
            "inet6",
            "cidr",
            "macaddr",
            "macaddr8",
            "tsvector",
            "tsquery",
            "money",
            "point",
            "line",
            "lseg",
            "box",
            "path",
            "polygon",
            "circle",
            "geometry",
            "geography",
            "linestring",
            "enum",
            "set",
            "oid",
            "hstore",
            "citext",
            "ltree",
            "vector",
            "int4range",
            "int8range",
            "numrange",
            "tsrange",
            "tstzrange",
            "daterange");

    private static final Set<String> SERIAL = Set.of("serial", "bigserial", "smallserial");

    private final Dialect dialect;
    private final Supplier<Snapshot> schema;
    private final QualifiedName table;

    ColumnReader(Dialect dialect, Supplier<Snapshot> schema, QualifiedName table) {
        this.dialect = dialect;
        this.schema = schema;
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
        boolean empty = column.defaultValue() == null && column.generation() == null;
        keys.forEach(key -> all.add(empty ? key.accept(new WithoutRows()) : key));
        boolean domain = known.isEmpty() && !isBuiltIn(type) && !isEnum(type);
        return new ReadStatement(all, domain ? List.of(new SqlAction(SqlAction.Kind.UNKNOWN, table)) : List.of());
    }

    /** Another type can be a domain with a constraint, for which PostgreSQL rewrites the table. */
    private boolean isBuiltIn(String type) {
        String first = new TokenCursor(type, dialect.syntax(), 1).take().text().toLowerCase(Locale.ROOT);
        return BUILT_IN.contains(first);
    }

    private boolean isEnum(String type) {
        QualifiedName name = dialect.identifiers().canonical(QualifiedName.parse(type));
        return schema.get().enumType(name).isPresent();
    }

    /** A foreign key of a new column without values needs no check of existing rows. */
    private static final class WithoutRows implements OperationVisitor.Selective<Operation> {

        @Override
        public Operation other(Operation operation) {
            return operation;
        }

        @Override
        public Operation addConstraint(ConstraintOperation.Add add) {
            return add.constraint() instanceof Constraint.ForeignKey
                    ? new ConstraintOperation.Add(add.table(), add.constraint(), true)
                    : add;
        }

        @Override
        public Operation data(DataOperation operation) {
            return operation;
        }

        @Override
        public Operation custom(CustomOperation operation) {
            return operation;
        }
    }

    private Column clause(TokenCursor cursor, String action, Column column, List<Operation> keys) {
        if (cursor.take("not", "null")) {
            return column.notNull();
        }
        if (cursor.take("default")) {
            String value = upToClause(cursor, action);
            return value.equalsIgnoreCase("null") ? column : column.defaultExpression(value);
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
            return Optional.ofNullable(cursor.name())
                    .map(parent -> add(StatementReader.key(
                            StatementReader.UNNAMED, parent, List.of(column), StatementReader.names(cursor))));
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
