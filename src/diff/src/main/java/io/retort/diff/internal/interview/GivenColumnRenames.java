package io.retort.diff.internal.interview;

import io.retort.dialect.Identifiers;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Renames columns whose names an entity still uses for another column: chains such as {@code a} to {@code b} and
 * {@code b} to {@code c}, and swaps. Nothing asks about them, because a comparison sees no difference in such a column.
 * So only answers given in advance are used.
 */
final class GivenColumnRenames {

    private final AcceptedRenames renaming;
    private final Identifiers identifiers;
    private final Function<Question, Optional<Answer>> given;

    /**
     * @param renaming collects the renames
     * @param identifiers compares names as the database does
     * @param given returns the answer that was given in advance to a question that is not asked
     */
    GivenColumnRenames(AcceptedRenames renaming, Identifiers identifiers, Function<Question, Optional<Answer>> given) {
        this.renaming = renaming;
        this.identifiers = identifiers;
        this.given = given;
    }

    /**
     * Renames the columns of a table that an entity still maps. Afterwards their former names are free for other
     * columns.
     *
     * @throws RetortException if a new name belongs to a column that keeps it
     */
    void apply(QualifiedName table) {
        renaming.respell(table);
        Map<String, String> renames = new LinkedHashMap<>();
        for (Column column : live(table).columns()) {
            if (wanted(table).column(column.name()).isPresent()) {
                given(table, column.name()).ifPresent(answer -> renames.put(column.name(), answer.value()));
            }
        }
        renames.entrySet().removeIf(rename -> rename.getKey().equals(rename.getValue()));
        requireFree(table, renames);
        inOrder(table, renames);
    }

    /** A rename to a name that another column keeps, of this or of a removed column. */
    private void requireFree(QualifiedName table, Map<String, String> renames) {
        for (Column column : live(table).columns()) {
            typed(table, column.name())
                    .filter(answer -> column(table, answer.value())
                            .filter(holder -> !renames.containsKey(holder) && !holder.equals(column.name()))
                            .filter(holder -> wanted(table).column(holder).isPresent())
                            .isPresent())
                    .ifPresent(answer -> {
                        throw taken(table, column.name(), answer);
                    });
        }
        List<String> targets = List.copyOf(renames.values());
        for (Map.Entry<String, String> rename : renames.entrySet()) {
            if (targets.indexOf(rename.getValue()) != targets.lastIndexOf(rename.getValue())) {
                throw new RetortException(
                        "Two columns of " + table + " are renamed to " + rename.getValue() + ".",
                        "Give only one of the answers.",
                        ExitStatus.USAGE);
            }
        }
    }

    private static RetortException taken(QualifiedName table, String column, Answer answer) {
        String other = table + "." + answer.value();
        return new RetortException(
                answer.given(table + "." + column).and(": column " + other + " exists and keeps its name."),
                Advice.of(
                        "If " + other + " has another name now, rename it in the same revision: ",
                        Advice.option("rename", table + "." + column + ":" + answer.value() + "," + other + ":NAME"),
                        "."),
                ExitStatus.USAGE);
    }

    private void inOrder(QualifiedName table, Map<String, String> renames) {
        List<String> temporaries = new ArrayList<>();
        RenameOrder.of(renames, name -> column(table, name).isPresent(), () -> temporary(table, temporaries))
                .forEach(step -> renaming.column(table, step.before(), step.after()));
    }

    private String temporary(QualifiedName table, List<String> temporaries) {
        List<String> taken = new ArrayList<>(temporaries);
        live(table).columns().forEach(other -> taken.add(other.name()));
        wanted(table).columns().forEach(other -> taken.add(other.name()));
        String name = "renamed_column";
        for (int i = 2; isIn(taken, name); i++) {
            name = "renamed_column_" + i;
        }
        temporaries.add(name);
        return name;
    }

    private boolean isIn(List<String> names, String name) {
        return names.stream().anyMatch(other -> identifiers.sameColumn(other, name));
    }

    /** The column of the live table that has a name. */
    private Optional<String> column(QualifiedName table, String name) {
        return live(table).columns().stream()
                .map(Column::name)
                .filter(other -> identifiers.sameColumn(other, name))
                .findFirst();
    }

    /** The rename of a column to one of the names in the model. */
    private Optional<Answer> given(QualifiedName table, String column) {
        return given(
                table,
                column,
                wanted(table).columns().stream()
                        .filter(fresh -> !(fresh.generation() instanceof Generation.Computed))
                        .map(fresh -> new Choice("r", Verb.RENAME, fresh.name(), "rename it", "", false))
                        .toList());
    }

    /** The rename of a column, whatever the name. */
    private Optional<Answer> typed(QualifiedName table, String column) {
        return given(table, column, List.of(new Choice("r", Verb.RENAME, null, "rename it", "NAME", false)));
    }

    private Optional<Answer> given(QualifiedName table, String column, List<Choice> choices) {
        String subject = table + "." + column;
        return given.apply(new Question(
                        "column-renamed",
                        subject,
                        List.of("Column " + subject + " has another name now."),
                        choices,
                        Optional.empty(),
                        new Answer(Verb.KEEP, "")))
                .filter(answer -> answer.verb() == Verb.RENAME);
    }

    private Table live(QualifiedName table) {
        return renaming.live().table(table).orElseThrow();
    }

    private Table wanted(QualifiedName table) {
        return renaming.wanted().table(table).orElseThrow();
    }
}
