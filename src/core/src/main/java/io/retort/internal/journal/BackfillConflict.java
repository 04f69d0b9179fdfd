package io.retort.internal.journal;

import io.retort.dialect.Dialect;
import io.retort.internal.sql.SqlToken;
import io.retort.operation.Statement;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.StatementPosition;
import io.retort.schema.QualifiedName;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the statements of a revision that cannot run before a backfill of an earlier one is complete. Names are compared
 * without their schemas and regardless of case, so that a doubt counts as a conflict.
 *
 * @param backfill the backfill that is not complete
 * @param dialect the dialect of the database
 */
public record BackfillConflict(Statement.Backfill backfill, Dialect dialect) {

    /** Returns the first statement of a step that conflicts with the backfill; empty if the step can run meanwhile. */
    public Optional<StatementPosition> in(PreparedStep step) {
        Set<String> names = names();
        return step.places().stream()
                .filter(place -> !step.isAfterStart(place.statement()))
                .filter(place -> conflicts(place, names))
                .findFirst();
    }

    private boolean conflicts(StatementPosition place, Set<String> names) {
        return place.statement().accept(new Statement.Visitor<Boolean, RuntimeException>() {

            @Override
            public Boolean sql(Statement.Sql sql) {
                AffectedObjects affected = AffectedObjects.by(place.operation().operation(), sql, dialect);
                return affected.isEverything()
                        ? !changesNothing(sql)
                        : affected.tables().stream().anyMatch(table -> conflicts(affected, table, sql, names));
            }

            @Override
            public Boolean backfill(Statement.Backfill other) {
                return names.contains(stored(other.table()));
            }

            /** What Java code does is not known. */
            @Override
            public Boolean work(Statement.Work work) {
                return true;
            }
        });
    }

    /** Another column of the filled table does not matter, and no index or constraint over other columns. */
    private boolean conflicts(AffectedObjects affected, QualifiedName table, Statement.Sql sql, Set<String> names) {
        String object = affected.object();
        String name = table.name().toLowerCase(Locale.ROOT);
        return names.contains(name)
                && (object == null
                        || !name.equals(stored(backfill.table()))
                        || names.contains(object.toLowerCase(Locale.ROOT))
                        || mentionsFilledColumn(sql));
    }

    /** A constraint over a column can fail, or be wrong, while rows have no value in it. */
    private boolean mentionsFilledColumn(Statement.Sql sql) {
        Set<String> filled = backfill.assigned().stream().map(this::stored).collect(Collectors.toSet());
        return SqlToken.of(sql.text(), dialect.syntax()).stream()
                .filter(SqlToken::isName)
                .anyMatch(token -> filled.contains(stored(token.text())));
    }

    private boolean changesNothing(Statement.Sql sql) {
        return JournalMode.changesNothing(sql.text(), dialect);
    }

    /** The table of the backfill, and every name in its expressions and its condition. */
    private Set<String> names() {
        Set<String> names = new HashSet<>(Set.of(stored(backfill.table())));
        SqlToken.of(backfill.text(), dialect.syntax()).stream()
                .filter(SqlToken::isName)
                .forEach(token -> names.add(stored(token.text())));
        return names;
    }

    private String stored(QualifiedName table) {
        return stored(table.name());
    }

    private String stored(String name) {
        String unquoted = name.startsWith("`") || name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
        return dialect.identifiers().stored(unquoted).toLowerCase(Locale.ROOT);
    }
}
