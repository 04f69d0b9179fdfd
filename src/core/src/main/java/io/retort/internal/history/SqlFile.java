package io.retort.internal.history;

import io.retort.error.RetortException;
import io.retort.internal.declaration.SourcePlaces;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.sql.ScriptStatement;
import io.retort.internal.sql.SqlSplitter;
import io.retort.lint.Finding.Waiver;
import io.retort.migration.Operations;
import io.retort.revision.Direction;
import io.retort.sql.SqlSyntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
        Filled filled = filled(parts().up());
        List<Optional<Consumer<Operations>>> declared = filled.declared();
        List<List<Waiver>> waivers = filled.waived();
        for (int i = 0; i < filled.statements().size(); i++) {
            Consumer<Operations> statement = filled.statement(i, declared.get(i), syntax);
            for (Waiver waiver : waivers.get(i)) {
                Consumer<Operations> inner = statement;
                statement = one -> one.allow(waiver.rule(), waiver.reason(), inner);
            }
            statement.accept(op);
        }
    }

    @Override
    public void downgrade(Operations op) {
        Filled filled = filled(parts().down());
        for (int i = 0; i < filled.statements().size(); i++) {
            filled.statement(i, Optional.empty(), syntax).accept(op);
        }
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

    /** The value of a placeholder can contain anything, so a part with placeholders is split again. */
    private Filled filled(SqlParts.DirectionPart part) {
        String text = placeholders.fill(part.text(), linesBefore(part));
        if (text.equals(part.text())) {
            return new Filled(
                    source,
                    part.statements(),
                    part.means(),
                    part.waivers(),
                    part.backfills(),
                    FilePlaces.of(source, location));
        }
        SqlSplitter.Script script = SqlSplitter.script(text, syntax, Set.of(), location);
        return new Filled(
                text,
                script.statements(),
                MeansLines.in("", script),
                WaiverLines.in("", script),
                BackfillLines.in("", script),
                place(part, text));
    }

    /** The value of a placeholder can contain lines; the lines of the file are then unknown. */
    private SourcePlaces place(SqlParts.DirectionPart part, String text) {
        boolean sameLines = part.text().lines().count() == text.lines().count();
        return new FilePlaces(text, location, sameLines ? linesBefore(part) : -1);
    }

    private int linesBefore(SqlParts.DirectionPart part) {
        return SqlSplitter.line(source, part.offset()) - 1;
    }

    /**
     * A part with the values of its placeholders.
     */
    private static final class Filled {

        private final String text;
        private final List<ScriptStatement> statements;
        private final MeansLines means;
        private final WaiverLines waivers;
        private final BackfillLines backfills;
        private final SourcePlaces place;

        /**
         * @param text the text of the positions
         * @param statements the statements
         * @param means the lines that declare what the statements do
         * @param waivers the lines that accept lint findings
         * @param backfills the lines above statements that run in batches
         * @param place describes a position in the text
         */
        Filled(
                String text,
                List<ScriptStatement> statements,
                MeansLines means,
                WaiverLines waivers,
                BackfillLines backfills,
                SourcePlaces place) {
            this.text = text;
            this.statements = statements;
            this.means = means;
            this.waivers = waivers;
            this.backfills = backfills;
            this.place = place;
        }

        List<ScriptStatement> statements() {
            return statements;
        }

        Consumer<Operations> statement(int index, Optional<Consumer<Operations>> means, SqlSyntax syntax) {
            String sql = statements.get(index).text();
            return backfills
                    .of(index, statements, syntax, place)
                    .or(() -> means.map(declared -> op -> op.execute(sql, declared)))
                    .orElse(op -> op.execute(sql));
        }

        List<Optional<Consumer<Operations>>> declared() {
            return means.declared(text, statements, place);
        }

        List<List<Waiver>> waived() {
            return waivers.of(statements.size(), place);
        }
    }

    /** The value of a placeholder can contain semicolons; the lines of the statements are then unknown. */
    @Override
    public int line(Direction direction, int operation) {
        SqlParts.DirectionPart part = direction == Direction.UP ? parts().up() : parts().down();
        return part.statements().size() == filled(part).statements().size()
                ? SqlSplitter.line(source, part.statements().get(operation).start())
                : 0;
    }
}
