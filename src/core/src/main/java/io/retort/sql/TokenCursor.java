package io.retort.sql;

import io.retort.schema.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the beginning of a statement token by token. */
public final class TokenCursor {

    private static final SqlToken END = new SqlToken(SqlLexer.Kind.SPACE, "", 0, 0);

    private final List<SqlToken> tokens;
    private int next;

    /**
     * A cursor before the first token.
     *
     * @param most how many tokens are looked at
     */
    public TokenCursor(String sql, SqlSyntax syntax, int most) {
        this.tokens = SqlToken.first(sql, syntax, most);
    }

    /** The next token; an empty one at the end. */
    public SqlToken peek() {
        return next < tokens.size() ? tokens.get(next) : END;
    }

    public boolean atEnd() {
        return next >= tokens.size();
    }

    /** Steps over the words if all of them come next. */
    public boolean take(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (next + i >= tokens.size() || !tokens.get(next + i).is(words[i])) {
                return false;
            }
        }
        next += words.length;
        return true;
    }

    /** Steps over one token. */
    public SqlToken take() {
        SqlToken token = peek();
        next++;
        return token;
    }

    /** Steps over a name with its schema, as typed; null if none comes next. */
    public @Nullable QualifiedName name() {
        StringBuilder name = new StringBuilder();
        while (peek().isName()) {
            name.append(typed(take().text()));
            if (!take(".")) {
                return QualifiedName.parse(name.toString());
            }
            name.append('.');
        }
        return null;
    }

    private static String typed(String name) {
        char quote = name.charAt(0);
        if (quote != '`' && quote != '[') {
            return name;
        }
        String inside = name.substring(1, name.length() - 1);
        String text = quote == '`' ? inside.replace("``", "`") : inside.replace("]]", "]");
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
