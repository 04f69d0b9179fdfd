package io.retort.diff.internal.interview;

import io.retort.dialect.Identifiers;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Renames tables whose names an entity still uses for another table: chains such as {@code a} to {@code b} and
 * {@code b} to {@code c}, and swaps. Nothing asks about them, because a comparison sees a table of the same name. So
 * only answers given in advance are used. The tables of collections and the sequences that are named after such a
 * table follow it.
 */
final class GivenTableRenames {

    private static final String TEMPORARY = "renamed_table";

    private final AcceptedRenames renaming;
    private final Identifiers identifiers;
    private final boolean movesTables;
    private final Function<Question, Optional<Answer>> given;
    private int temporaries;

    /**
     * @param renaming collects the renames
     * @param identifiers compares names as the database does
     * @param movesTables whether a rename can move a table to another schema
     * @param given returns the answer that was given in advance to a question that is not asked
     */
    GivenTableRenames(
            AcceptedRenames renaming,
            Identifiers identifiers,
            boolean movesTables,
            Function<Question, Optional<Answer>> given) {
        this.renaming = renaming;
        this.identifiers = identifiers;
        this.movesTables = movesTables;
        this.given = given;
    }

    /**
     * Renames the tables that an entity still maps. Afterwards their former names are free for other tables.
     *
     * @throws RetortException if a new name belongs to a table that keeps it
     */
    void apply() {
        Map<QualifiedName, QualifiedName> renames = new LinkedHashMap<>();
        for (Table table : live().tables()) {
            if (wanted().table(table.name()).isPresent()) {
                given(table.name()).ifPresent(target -> renames.put(table.name(), target));
            }
        }
        renames.entrySet().removeIf(rename -> rename.getKey().equals(rename.getValue()));
        requireFree(renames);
        if (renames.isEmpty()) {
            return;
        }
        Map<QualifiedName, QualifiedName> typed = new LinkedHashMap<>(renames);
        typed.forEach((before, after) -> addCollections(before, after, renames));
        SequenceRenames sequences = new SequenceRenames(renaming, renaming.dialect());
        Map<QualifiedName, QualifiedName> counters = sequences.following(typed);
        renames.putAll(sequences.tablesFollowing(typed));
        Snapshot before = live();
        QualifiedName first = typed.keySet().iterator().next();
        RenameOrder.of(renames, name -> before.table(name).isPresent(), () -> temporary(first))
                .forEach(step -> renaming.tableAlone(step.before(), step.after()));
        RenameOrder.of(counters, name -> before.sequence(name).isPresent(), () -> temporary(first))
                .forEach(step -> sequences.rename(step.before(), step.after()));
    }

    /** A collection table without an entity of its own has a name that derives from that of its owner. */
    private void addCollections(QualifiedName before, QualifiedName after, Map<QualifiedName, QualifiedName> renames) {
        String prefix = plain(before) + "_";
        for (Table table : live().tables()) {
            if (renames.containsKey(table.name())
                    || wanted().table(table.name()).isEmpty()
                    || !plain(table.name()).startsWith(prefix)
                    || !references(table, before)) {
                continue;
            }
            String target = plain(after) + "_" + plain(table.name()).substring(prefix.length());
            wanted().tables().stream()
                    .filter(fresh -> plain(fresh.name()).equals(target)
                            && Objects.equals(fresh.name().schema(), after.schema())
                            && references(fresh, after))
                    .findFirst()
                    .ifPresent(fresh -> renames.put(table.name(), fresh.name()));
        }
        renames.entrySet()
                .removeIf(rename ->
                        live().table(rename.getValue()).isPresent() && !renames.containsKey(rename.getValue()));
    }

    private static boolean references(Table table, QualifiedName other) {
        return table.constraintsOf(ForeignKey.class)
                .anyMatch(key -> key.referencedTable().equals(other));
    }

    private static String plain(QualifiedName name) {
        return Identifier.parse(name.name()).text().toLowerCase(Locale.ROOT);
    }

    /** A rename to a name that another table keeps. */
    private void requireFree(Map<QualifiedName, QualifiedName> renames) {
        for (Table table : live().tables()) {
            typed(table.name()).ifPresent(answer -> {
                QualifiedName target = renames.getOrDefault(table.name(), parsed(answer, table.name()));
                boolean kept = live().table(target).isPresent()
                        && wanted().table(target).isPresent()
                        && !renames.containsKey(target)
                        && !target.equals(table.name());
                if (kept) {
                    throw taken(table.name(), target, answer);
                }
            });
        }
        List<QualifiedName> targets = List.copyOf(renames.values());
        targets.stream()
                .filter(target -> targets.indexOf(target) != targets.lastIndexOf(target))
                .findFirst()
                .ifPresent(target -> {
                    throw new RetortException(
                            "Two tables are renamed to " + target + ".",
                            "Give only one of the answers.",
                            ExitStatus.USAGE);
                });
    }

    /** The table of the model or the database that an answer names; the name as typed if no table has it. */
    private QualifiedName parsed(Answer answer, QualifiedName table) {
        QualifiedName typed = QualifiedName.parse(answer.value());
        return live().tables().stream()
                .map(Table::name)
                .filter(name -> plain(name).equals(plain(typed)))
                .filter(name -> Objects.equals(name.schema(), typed.schema() == null ? table.schema() : typed.schema()))
                .findFirst()
                .orElse(typed);
    }

    private static RetortException taken(QualifiedName table, QualifiedName target, Answer answer) {
        return new RetortException(
                answer.given(table.toString()).and(": table " + target + " exists and keeps its name."),
                Advice.of(
                        "If " + target + " has another name now, rename it in the same revision: ",
                        Advice.option("rename", table + ":" + target + "," + target + ":NAME"),
                        "."),
                ExitStatus.USAGE);
    }

    private QualifiedName temporary(QualifiedName beside) {
        while (true) {
            temporaries++;
            QualifiedName name = beside.withName(temporaries == 1 ? TEMPORARY : TEMPORARY + "_" + temporaries);
            if (isFree(name, live()) && isFree(name, wanted())) {
                return name;
            }
        }
    }

    private boolean isFree(QualifiedName name, Snapshot schema) {
        return schema.tables().stream()
                        .noneMatch(other -> identifiers.sameColumn(other.name().name(), name.name()))
                && schema.sequence(name).isEmpty();
    }

    /** The rename of a table to the name of another one in the model. */
    private Optional<QualifiedName> given(QualifiedName table) {
        List<Choice> choices = wanted().tables().stream()
                .map(Table::name)
                .filter(name -> movesTables || Objects.equals(name.schema(), table.schema()))
                .map(name -> new Choice("r", Verb.RENAME, name.toString(), "rename it", "", false))
                .toList();
        return given(table, choices).map(answer -> QualifiedName.parse(answer.value()));
    }

    /** The rename of a table, whatever the name. */
    private Optional<Answer> typed(QualifiedName table) {
        return given(table, List.of(new Choice("r", Verb.RENAME, null, "rename it", "NAME", false)));
    }

    private Optional<Answer> given(QualifiedName table, List<Choice> choices) {
        return given.apply(new Question(
                        "table-renamed",
                        table.toString(),
                        List.of("Table " + table + " has another name now."),
                        choices,
                        Optional.empty(),
                        new Answer(Verb.KEEP, "")))
                .filter(answer -> answer.verb() == Verb.RENAME);
    }

    private Snapshot live() {
        return renaming.live();
    }

    private Snapshot wanted() {
        return renaming.wanted();
    }
}
