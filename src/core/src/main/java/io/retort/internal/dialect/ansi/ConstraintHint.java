package io.retort.internal.dialect.ansi;

import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.TokenCursor;
import io.retort.operation.ConstraintOperation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Action;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.QualifiedName;
import io.retort.sql.SqlSyntax;
import io.retort.sql.SqlSyntax.Feature;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parses the comment in a statement of an SQL file that describes which constraint the statement drops. */
final class ConstraintHint {

    private static final String BEGIN = "/* ";
    private static final String END = ") */";

    /** The longest such statement, which names a schema, has fewer tokens. */
    private static final int TOKENS = 16;

    private static final SqlSyntax SYNTAX =
            SqlSyntax.STANDARD.with(Feature.BRACKETS, true).with(Feature.DOUBLED_BRACKETS, true);

    private ConstraintHint() {}

    /** Returns the operation that a statement represents; empty if it does not describe the constraint. */
    static Optional<ConstraintOperation.Drop> read(String sql) {
        TokenCursor cursor = new TokenCursor(sql, SYNTAX, TOKENS);
        if (!cursor.take("alter", "table")) {
            return Optional.empty();
        }
        QualifiedName table = cursor.name();
        if (table == null
                || !cursor.take("drop")
                || !cursor.take("foreign", "key") && !cursor.takeAny("constraint", "index", "check")) {
            return Optional.empty();
        }
        String comment = sql.substring(
                cursor.position(), Math.max(cursor.position(), cursor.peek().start()));
        QualifiedName name = cursor.name();
        return name == null || !cursor.atEnd()
                ? Optional.empty()
                : described(comment.strip(), name.name()).map(found -> new ConstraintOperation.Drop(table, found));
    }

    /** Reads a comment such as {@code unique (email)}. */
    private static Optional<Constraint> described(String comment, String name) {
        int columns = comment.indexOf(" (");
        return columns > BEGIN.length() && comment.startsWith(BEGIN) && comment.endsWith(END)
                ? constraint(
                        name,
                        comment.substring(BEGIN.length(), columns).toLowerCase(Locale.ROOT),
                        comment.substring(columns + 2, comment.length() - END.length()))
                : Optional.empty();
    }

    private static Optional<Constraint> constraint(String name, String type, String what) {
        List<String> columns = SqlToken.of(what, SYNTAX).stream()
                .filter(SqlToken::isName)
                .map(SqlToken::text)
                .toList();
        return switch (type) {
            case "unique" -> Optional.of(new Constraint.Unique(name, columns));
            case "primary key" -> Optional.of(new Constraint.PrimaryKey(name, columns));
            case "check" -> Optional.of(new Constraint.Check(name, what));
            case "foreign key" ->
                Optional.of(new Constraint.ForeignKey(
                        name,
                        columns,
                        new QualifiedName(null, "unread"),
                        List.of(),
                        Action.NO_ACTION,
                        Action.NO_ACTION,
                        Deferral.NOT_DEFERRABLE));
            default -> Optional.empty();
        };
    }
}
