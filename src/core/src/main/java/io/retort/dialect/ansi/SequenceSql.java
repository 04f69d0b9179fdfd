package io.retort.dialect.ansi;

import io.retort.operation.NumberedColumn;
import io.retort.operation.SequenceOperation;
import io.retort.operation.Statement;
import io.retort.schema.Sequence;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sequences in standard SQL. */
public class SequenceSql {

    protected final Vocabulary words;
    private final Wording wording;

    public SequenceSql(Vocabulary words, Wording wording) {
        this.words = words;
        this.wording = wording;
    }

    /**
     * What products say differently.
     *
     * @param noCache how a sequence is created that does not say its cache; empty to say nothing
     * @param usualCache how a sequence is given back the product's own cache
     * @param noCycle how a sequence is told to stop at its end
     */
    public record Wording(String noCache, String usualCache, String noCycle) {}

    /** For a product that has no sequences. */
    public static SequenceSql none(Vocabulary words) {
        return new None(words);
    }

    public List<Statement> create(SequenceOperation.Create create) {
        Statement created = new Statement.Sql(created(create.sequence()));
        return create.startAfter().isEmpty() ? List.of(created) : List.of(created, start(create));
    }

    /** Sets the first number of a new sequence after those that rows already hold. */
    protected Statement start(SequenceOperation.Create create) {
        return new Statement.Sql(
                "alter sequence " + words.name(create.sequence().name()) + " restart with " + firstNumber(create));
    }

    /**
     * The first number of a sequence whose columns may have rows, as an expression. A pooled optimizer hands out the block
     * below the number that it reads, so one whole block is left free. A falling sequence starts below the least number.
     */
    protected final String firstNumber(SequenceOperation.Create create) {
        Sequence sequence = create.sequence();
        String start = Long.toString(sequence.start());
        return create.startAfter().stream()
                .map(numbered -> "coalesce(" + nextBlock(sequence, numbered) + ", " + start + ")")
                .collect(Collectors.joining(
                        ", ", (sequence.increment() > 0 ? "greatest(" : "least(") + start + ", ", ")"));
    }

    /** The number that follows those of a column; null if there are no rows. */
    protected final String nextBlock(Sequence sequence, NumberedColumn numbered) {
        return "(select " + (sequence.increment() > 0 ? "max(" : "min(") + words.name(numbered.column()) + ") from "
                + words.name(numbered.table()) + ") + " + sequence.increment();
    }

    public List<Statement> drop(SequenceOperation.Drop drop) {
        return one("drop sequence " + words.name(drop.name()));
    }

    /** What is different is changed; no statement if nothing is. */
    public List<Statement> alter(SequenceOperation.Alter alter) {
        String changes = changes(alter.before(), alter.after());
        if (changes.isEmpty()) {
            return List.of();
        }
        Statement changed =
                new Statement.Sql("alter sequence " + words.name(alter.after().name()) + changes);
        boolean otherSteps = alter.before().increment() != alter.after().increment();
        return otherSteps
                ? Stream.concat(Stream.of(changed), nextWithOtherSteps(alter)).toList()
                : List.of(changed);
    }

    /**
     * What sets the next number after the steps have changed, on a product that has fixed it with the old steps: a pooled
     * optimizer would hand out the block below it, which reaches into numbers that are taken.
     */
    protected Stream<Statement> nextWithOtherSteps(SequenceOperation.Alter alter) {
        return Stream.empty();
    }

    /**
     * The next number if the new steps had been there when it was fixed, as an expression. A sequence that has given no
     * number away stays at its start.
     */
    protected static String nextNumber(SequenceOperation.Alter alter, String fixed) {
        Sequence after = alter.after();
        long difference = after.increment() - alter.before().increment();
        return "case when " + fixed + " = " + alter.before().start() + " then " + after.start() + " else "
                + (after.increment() > 0 ? "greatest(" : "least(") + after.start() + ", " + fixed
                + (difference < 0 ? " - " : " + ") + Math.abs(difference) + ") end";
    }

    public List<Statement> rename(SequenceOperation.Rename rename) {
        new Refusals(words).otherSchema(rename.before(), rename.after(), "sequence");
        return one("alter sequence " + words.name(rename.before()) + " rename to "
                + words.name(rename.after().name()));
    }

    protected static List<Statement> one(String text) {
        return List.of(new Statement.Sql(text));
    }

    /** How many numbers a session takes at once; 0 to take each by itself, where the product says it so. */
    protected @Nullable Long cache(Sequence sequence) {
        return sequence.cache();
    }

    private String created(Sequence sequence) {
        return "create sequence " + words.name(sequence.name())
                + " start with " + sequence.start()
                + " increment by " + sequence.increment()
                + option(" minvalue ", sequence.minimum(), "")
                + option(" maxvalue ", sequence.maximum(), "")
                + option(" cache ", cache(sequence), wording.noCache())
                + (sequence.cycle() ? " cycle" : "");
    }

    private String changes(Sequence before, Sequence after) {
        StringBuilder changes = new StringBuilder();
        if (before.start() != after.start()) {
            changes.append(" start with ").append(after.start());
        }
        if (before.increment() != after.increment()) {
            changes.append(" increment by ").append(after.increment());
        }
        if (!Objects.equals(before.minimum(), after.minimum())) {
            changes.append(option(" minvalue ", after.minimum(), " no minvalue"));
        }
        if (!Objects.equals(before.maximum(), after.maximum())) {
            changes.append(option(" maxvalue ", after.maximum(), " no maxvalue"));
        }
        if (!Objects.equals(before.cache(), after.cache())) {
            changes.append(option(" cache ", cache(after), wording.usualCache()));
        }
        if (before.cycle() != after.cycle()) {
            changes.append(after.cycle() ? " cycle" : wording.noCycle());
        }
        return changes.toString();
    }

    private static String option(String word, @Nullable Long value, String otherwise) {
        return value == null ? otherwise : word + value;
    }

    private static final class None extends SequenceSql {

        private final Refusals refusals;

        None(Vocabulary words) {
            super(words, new Wording("", "", ""));
            this.refusals = new Refusals(words);
        }

        @Override
        public List<Statement> create(SequenceOperation.Create create) {
            throw refusals.sequence("create", create.sequence().name());
        }

        @Override
        public List<Statement> drop(SequenceOperation.Drop drop) {
            throw refusals.sequence("drop", drop.name());
        }

        @Override
        public List<Statement> alter(SequenceOperation.Alter alter) {
            throw refusals.sequence("alter", alter.after().name());
        }

        @Override
        public List<Statement> rename(SequenceOperation.Rename rename) {
            throw refusals.sequence("rename", rename.before());
        }
    }
}
