package io.retort.dialect.ansi;

import io.retort.schema.Sequence;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sequences in standard SQL.
 *
 * @param words the product's words
 * @param noCache how a sequence is created that does not say its cache; empty to say nothing
 * @param usualCache how a sequence is given back the product's own cache
 * @param noCycle how a sequence is told to stop at its end
 */
public record SequenceSql(Vocabulary words, String noCache, String usualCache, String noCycle) {

    /** The statement that creates a sequence. */
    public String create(Sequence sequence) {
        return "create sequence " + words.name(sequence.name())
                + " start with " + sequence.start()
                + " increment by " + sequence.increment()
                + option(" minvalue ", sequence.minimum(), "")
                + option(" maxvalue ", sequence.maximum(), "")
                + option(" cache ", sequence.cache(), noCache)
                + (sequence.cycle() ? " cycle" : "");
    }

    /** The statement that changes what is different; empty if nothing is. */
    public Optional<String> alter(Sequence before, Sequence after) {
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
            changes.append(option(" cache ", after.cache(), usualCache));
        }
        if (before.cycle() != after.cycle()) {
            changes.append(after.cycle() ? " cycle" : noCycle);
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of("alter sequence " + words.name(after.name()) + changes);
    }

    private static String option(String word, @Nullable Long value, String otherwise) {
        return value == null ? otherwise : word + value;
    }
}
