package io.retort.diff.question.change;

import io.retort.diff.question.Answer;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Count;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.operation.ColumnOperation;
import io.retort.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Columns whose new type cannot hold every value that is there.
 *
 * @param inquiry what is asked with
 */
public record NarrowedTypes(Inquiry inquiry) {

    /** Asks if some values do not fit. The last operation is the alteration, if the type changes after all. */
    public List<Operation> alter(ColumnOperation.Alter alter) {
        Optional<Narrowing> narrowing = Narrowing.between(
                alter.before().type(), alter.after().type(), inquiry.dialect().name());
        Count misfits = narrowing
                .map(found ->
                        inquiry.evidence().rows(alter.table(), alter.after().name(), found.misfits()))
                .orElse(Count.NONE);
        if (narrowing.isEmpty() || misfits.isNone()) {
            return List.of(alter);
        }
        Answer answer = inquiry.ask(question(alter, narrowing.get(), misfits));
        List<Operation> operations = new ArrayList<>();
        String cut = narrowing.get().cut();
        if (answer.verb() == Verb.CUT && cut != null) {
            operations.add(inquiry.update(
                    alter.table(), alter.after().name(), cut, narrowing.get().misfits()));
        }
        operations.add(answer.verb() == Verb.KEEP ? keeping(alter) : alter);
        return operations;
    }

    private static ColumnOperation.Alter keeping(ColumnOperation.Alter alter) {
        return new ColumnOperation.Alter(
                alter.table(),
                alter.before(),
                alter.after().withType(alter.before().type()));
    }

    private static Question question(ColumnOperation.Alter alter, Narrowing narrowing, Count misfits) {
        String subject = alter.table() + "." + alter.after().name();
        boolean narrowed = narrowing.cut() != null;
        String change = "Column " + subject + " becomes " + alter.after().type() + "; it was "
                + alter.before().type() + ". ";
        List<Choice> choices = new ArrayList<>();
        if (narrowed) {
            choices.add(Choice.of("c", Verb.CUT, narrowing.words() + "; what is cut is lost"));
        }
        choices.add(Choice.of("k", Verb.KEEP, "leave the type as it is for now; the next revision asks again"));
        choices.add(Choice.of(
                "a",
                Verb.ACCEPT,
                narrowed
                        ? "write the change alone: the values are mended before it runs, or it fails"
                        : "let the database convert them: it fails at the first that it cannot"));
        return new Question(
                narrowed ? "narrowed" : "converted",
                subject,
                List.of(change
                        + (narrowed
                                ? misfits.of("value") + " " + misfits.verb("does", "do") + " not fit."
                                : misfits.of("value") + " must be converted.")),
                choices,
                Optional.empty(),
                new Answer(Verb.ACCEPT, ""));
    }
}
