package io.retort.diff.question.change;

import io.retort.dialect.Dialect;
import io.retort.diff.model.javatype.JavaColumn;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Evidence;
import io.retort.diff.question.Question;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a question about a change works with.
 *
 * @param dialect the database
 * @param live what it has, behind the renames
 * @param declared what the entities ask for
 * @param javaColumns what Java knows of columns, by {@code table.column}
 * @param evidence what its rows say
 * @param interview who answers
 * @param remarks takes what a person should know of the revision
 */
public record Inquiry(
        Dialect dialect,
        Snapshot live,
        Snapshot declared,
        Map<String, JavaColumn> javaColumns,
        Evidence evidence,
        Function<Question, Answer> interview,
        Consumer<String> remarks) {

    /** What Java knows of a column. */
    JavaColumn java(QualifiedName table, String column) {
        return javaColumns.getOrDefault(table + "." + column, JavaColumn.UNKNOWN);
    }

    /** Notes what a person should know of the revision. */
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

    /** Changes rows for good: the way back leaves them as they are. */
    Operation update(QualifiedName table, String column, String value, String condition) {
        String name = sql(column);
        return new DataOperation.Execute(
                "update " + sql(table) + " set " + name + " = " + value.replace("%s", name) + " where "
                        + condition.replace("%s", name),
                DataOperation.Execute.NOTHING,
                Statement.Sql.ANY);
    }
}
