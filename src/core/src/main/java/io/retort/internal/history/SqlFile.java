package io.retort.internal.history;

import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.sql.ScriptStatement;
import io.retort.internal.sql.SqlSplitter;
import io.retort.migration.Operations;
import io.retort.revision.Direction;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The migration of an SQL file. Parsed on first use. */
final class SqlFile implements SqlMigration {

    private final String source;
    private final String location;
    private final Placeholders placeholders;
    private SqlSyntax syntax;
    private final boolean known;
    private @Nullable SqlParts parts;

    /** Creates a migration for an unknown product. */
    SqlFile(String source, String location, Placeholders placeholders) {
        this(source, location, placeholders, SqlSyntax.STANDARD, false);
    }

    private SqlFile(String source, String location, Placeholders placeholders, SqlSyntax syntax, boolean known) {
        this.source = source;
        this.location = location;
        this.placeholders = placeholders;
        this.syntax = syntax;
        this.known = known;
    }

    @Override
    public SqlMigration in(SqlSyntax other) {
        return known && other.equals(syntax) ? this : new SqlFile(source, location, placeholders, other, true);
    }

    @Override
    public void upgrade(Operations op) {
        say(parts().up(), op);
    }

    @Override
    public void downgrade(Operations op) {
        say(parts().down(), op);
    }

    private SqlParts parts() {
        if (parts == null) {
            parts = known ? SqlParts.of(source, syntax, location) : partsOfAny();
        }
        return parts;
    }

    /**
     * Advice about a history is given without a database. The file is then read with the syntax of the first product
     * that can read it.
     */
    private SqlParts partsOfAny() {
        try {
            return SqlParts.of(source, syntax, location);
        } catch (RetortException unlikeMost) {
            for (String product : Dialects.names()) {
                try {
                    SqlSyntax other = Dialects.named(product).syntax();
                    SqlParts read = SqlParts.of(source, other, location);
                    syntax = other;
                    return read;
                } catch (RetortException alsoUnlike) {
                    unlikeMost.addSuppressed(alsoUnlike);
                }
            }
            throw unlikeMost;
        }
    }

    private void say(SqlParts.Part part, Operations op) {
        for (String statement : filled(part)) {
            op.execute(statement);
        }
    }

    /** The value of a placeholder can contain anything, so a part with placeholders is split again. */
    private List<String> filled(SqlParts.Part part) {
        String filled = placeholders.fill(part.text());
        List<ScriptStatement> statements =
                filled.equals(part.text()) ? part.statements() : SqlSplitter.split(filled, syntax, location);
        List<String> texts = new ArrayList<>(statements.size());
        for (ScriptStatement statement : statements) {
            texts.add(statement.text());
        }
        return texts;
    }

    /** The value of a placeholder can contain semicolons; the lines of the statements are then unknown. */
    @Override
    public int line(Direction direction, int operation) {
        SqlParts.Part part = direction == Direction.UP ? parts().up() : parts().down();
        return part.statements().size() == filled(part).size()
                ? SqlSplitter.line(source, part.statements().get(operation).start())
                : 0;
    }
}
