package io.retort.internal.dialect.ansi;

import io.retort.operation.SequenceOperation;
import io.retort.operation.SequenceOperation.NumberedColumn;
import io.retort.operation.Statement;
import io.retort.schema.Sequence;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Renders sequences in standard SQL. */
public class SequenceSql {

    protected final SqlNaming words;
    private final Wording wording;

    /** Creates the SQL of a product. */
    public SequenceSql(SqlNaming words, Wording wording) {
        this.words = words;
        this.wording = wording;
    }

    /**
     * The clauses that differ between products.
     *
     * @param noCache the clause of a new sequence without a cache size; empty if no clause is needed
     * @param usualCache the clause that restores the product's default cache
     * @param noCycle the clause that stops a sequence at its end
     */
    public record Wording(String noCache, String usualCache, String noCycle) {}

    /** Returns the SQL of a product without sequences, which refuses them. */
    public static SequenceSql none(SqlNaming words) {
        return new None(words);
    }

    /** Renders {@code create sequence}. */
    public List<Statement> create(SequenceOperation.Create create) {
        Statement created = new Statement.Sql(created(create.sequence()));
        return create.startAfter().isEmpty() ? List.of(created) : List.of(created, start(create));
    }

    /** Sets the start of a new sequence after the existing values of its columns. */
    protected Statement start(SequenceOperation.Create create) {
        return new Statement.Sql(
                "alter sequence " + words.name(create.sequence().name()) + " restart with " + firstNumber(create));
    }

    /**
     * Returns the start of a sequence whose columns may contain rows, as an expression. A pooled optimizer uses the
     * block below the value that it reads, so one block is left free. A descending sequence starts below the smallest
     * value.
     */
    protected final String firstNumber(SequenceOperation.Create create) {
        Sequence sequence = create.sequence();
        String start = Long.toString(sequence.start());
        return create.startAfter().stream()
                .map(numbered -> "coalesce(" + nextBlock(sequence, numbered) + ", " + start + ")")
                .collect(Collectors.joining(
                        ", ", (sequence.increment() > 0 ? "greatest(" : "least(") + start + ", ", ")"));
    }

    /** Returns the value that follows those of a column; null as SQL value if there are no rows. */
    protected final String nextBlock(Sequence sequence, NumberedColumn numbered) {
        return "(select " + (sequence.increment() > 0 ? "max(" : "min(") + words.name(numbered.column()) + ") from "
                + words.name(numbered.table()) + ") + " + sequence.increment();
    }

    /** Renders {@code drop sequence}. */
    public List<Statement> drop(SequenceOperation.Drop drop) {
        return one("drop sequence " + words.name(drop.name()));
    }

    /** Renders {@code alter sequence} with the differences; no statement without differences. */
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
     * Returns the statement that sets the next value after the increment has changed, on a product that has computed it
     * with the old increment. Otherwise a pooled optimizer would use values that are already taken.
     */
    protected Stream<Statement> nextWithOtherSteps(SequenceOperation.Alter alter) {
        return Stream.empty();
    }

    /**
     * Returns the next value as if it had been computed with the new increment, as an expression. An unused sequence
     * stays at its start.
     */
    protected static String nextNumber(SequenceOperation.Alter alter, String fixed) {
        Sequence after = alter.after();
        long difference = after.increment() - alter.before().increment();
        return "case when " + fixed + " = " + alter.before().start() + " then " + after.start() + " else "
                + (after.increment() > 0 ? "greatest(" : "least(") + after.start() + ", " + fixed
                + (difference < 0 ? " - " : " + ") + Math.abs(difference) + ") end";
    }

    /** Renders the change of a sequence's name. */
    public List<Statement> rename(SequenceOperation.Rename rename) {
        new UnsupportedOperations(words).otherSchema(rename.before(), rename.after(), "sequence");
        return one("alter sequence " + words.name(rename.before()) + " rename to "
                + words.name(rename.after().name()));
    }

    protected static List<Statement> one(String text) {
        return List.of(new Statement.Sql(text));
    }

    /** Returns the cache size; 0 for no cache, where the product writes it so. */
    protected @Nullable Long cache(Sequence sequence) {
        return sequence.cache();
    }

    /** Returns the clause with the type of the numbers; empty for the product's own. */
    protected String type(Sequence sequence) {
        return "";
    }

    private String created(Sequence sequence) {
        return "create sequence " + words.name(sequence.name())
                + type(sequence)
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

        private final UnsupportedOperations refusals;

        None(SqlNaming words) {
            super(words, new Wording("", "", ""));
            this.refusals = new UnsupportedOperations(words);
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
