package io.retort.diff.internal.interview;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.model.EntityHierarchy;
import io.retort.diff.internal.model.JavaColumn;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Count;
import io.retort.diff.question.Evidence;
import io.retort.diff.question.Question;
import io.retort.internal.lint.rule.LintRules;
import io.retort.operation.Batches;
import io.retort.operation.DataOperation;
import io.retort.operation.Fill;
import io.retort.operation.Operation;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The context of questions about changes. */
final class ReviewContext {

    private final Dialect dialect;
    private final Snapshot live;
    private final Snapshot declared;
    private final Map<String, JavaColumn> javaColumns;
    private final List<EntityHierarchy> hierarchies;
    private final Evidence evidence;
    private final Function<Question, Answer> interview;
    private final Consumer<String> remarks;
    private final Guards guards;

    /**
     * @param dialect the dialect of the database
     * @param live the schema of the database, after the renames
     * @param declared the model in portable types
     * @param javaColumns the Java side of columns, by {@code table.column}
     * @param hierarchies the entities that inherit from each other
     * @param evidence counts rows of the database
     * @param interview answers the questions
     * @param remarks receives remarks about the revision
     * @param guards the statements that fail on values that the new type cannot hold
     */
    ReviewContext(
            Dialect dialect,
            Snapshot live,
            Snapshot declared,
            Map<String, JavaColumn> javaColumns,
            List<EntityHierarchy> hierarchies,
            Evidence evidence,
            Function<Question, Answer> interview,
            Consumer<String> remarks,
            Guards guards) {
        this.dialect = dialect;
        this.live = live;
        this.declared = declared;
        this.javaColumns = javaColumns;
        this.hierarchies = hierarchies;
        this.evidence = evidence;
        this.interview = interview;
        this.remarks = remarks;
        this.guards = guards;
    }

    Dialect dialect() {
        return dialect;
    }

    Snapshot live() {
        return live;
    }

    Snapshot declared() {
        return declared;
    }

    Evidence evidence() {
        return evidence;
    }

    Guards guards() {
        return guards;
    }

    /** Returns the Java side of a column. */
    JavaColumn java(QualifiedName table, String column) {
        return javaColumns.getOrDefault(table + "." + column, JavaColumn.UNKNOWN);
    }

    /** Returns the hierarchy whose rows have their class in a column; empty for any other column. */
    Optional<EntityHierarchy> discriminated(QualifiedName table, String column) {
        return hierarchies.stream()
                .filter(hierarchy -> column.equals(hierarchy.discriminator()))
                .filter(hierarchy -> hierarchy.root().table().equals(table))
                .findFirst();
    }

    /** Adds a remark about the revision. */
    void remark(String sentence) {
        remarks.accept(sentence);
    }

    Answer ask(Question question) {
        return interview.apply(question);
    }

    String sql(QualifiedName table) {
        return dialect.identifiers().sql(table);
    }

    String sql(String column) {
        return dialect.identifiers().sql(column);
    }

    /** An update without a reverse, in batches if it changes many rows: the downgrade leaves the rows unchanged. */
    Operation update(QualifiedName table, String column, String value, String condition, Count rows) {
        return rows.isLarge() && isDivided(table, column)
                ? new DataOperation.Backfill(
                        table,
                        new Fill(
                                List.of(new Fill.Assignment(column, value.replace("%s", sql(column)))),
                                condition.replace("%s", sql(column))),
                        null,
                        Batches.STANDARD)
                : update(table, column, value, condition);
    }

    /** On products where other sessions wait, and only with a key that the column is not part of. */
    private boolean isDivided(QualifiedName table, String column) {
        return LintRules.of(dialect) != LintRules.NONE
                && live().table(table).stream()
                        .flatMap(found -> found.constraints().stream())
                        .filter(PrimaryKey.class::isInstance)
                        .anyMatch(key -> !((PrimaryKey) key).columns().contains(column));
    }

    /** An update without a reverse: the downgrade leaves the rows unchanged. */
    Operation update(QualifiedName table, String column, String value, String condition) {
        String name = sql(column);
        return new DataOperation.Execute(
                "update " + sql(table) + " set " + name + " = " + value.replace("%s", name) + " where "
                        + condition.replace("%s", name),
                DataOperation.Execute.NOTHING);
    }
}
