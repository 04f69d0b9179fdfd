package io.retort.diff.internal.model;

import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.TokenCursor;
import io.retort.schema.EnumType;
import io.retort.schema.QualifiedName;
import io.retort.sql.SqlSyntax;
import java.util.List;
import java.util.Optional;

/** Maps named enum types, which Hibernate only keeps as statements, and lists of constants. */
final class EnumMapping {

    private EnumMapping() {}

    /** Returns the enum types that Hibernate's statements create. */
    public static List<EnumType> enumTypes(ModelDdl ddl, ModelNames names) {
        return ddl.types().stream()
                .map(sql -> enumType(sql, names))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Reads an enum type, or a domain with a check constraint over its values. */
    private static Optional<EnumType> enumType(String sql, ModelNames names) {
        TokenCursor cursor = new TokenCursor(sql, SqlSyntax.STANDARD);
        if (!cursor.take("create") || !cursor.takeAny("type", "domain")) {
            return Optional.empty();
        }
        String name = cursor.written();
        if (!cursor.take("as") || !cursor.take("enum") && !isCheckedText(cursor)) {
            return Optional.empty();
        }
        return Optional.of(
                new EnumType(new QualifiedName(null, names.written(name)), labels(sql.substring(cursor.position()))));
    }

    private static boolean isCheckedText(TokenCursor cursor) {
        if (!cursor.take("varchar", "(")) {
            return false;
        }
        cursor.take();
        return cursor.take(")", "check", "(", "value", "in");
    }

    /** Returns the constants of a list such as {@code 'A','B'}. */
    static List<String> labels(String text) {
        return SqlToken.of(text, SqlSyntax.STANDARD).stream()
                .filter(token -> token.kind() == Kind.STRING)
                .map(SqlToken::text)
                .map(label -> label.substring(1, label.length() - 1).replace("''", "'"))
                .toList();
    }
}
