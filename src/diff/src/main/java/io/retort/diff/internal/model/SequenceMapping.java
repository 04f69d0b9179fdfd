package io.retort.diff.internal.model;

import io.retort.schema.Sequence;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Maps a sequence. The options are read from Hibernate's statement, because the metadata lacks product-specific ones.
 */
final class SequenceMapping {

    private SequenceMapping() {}

    /** Returns the sequence. */
    public static Sequence sequence(
            org.hibernate.boot.model.relational.Sequence sequence, ModelDdl ddl, ModelNames names) {
        String sql = String.join(" ", ddl.create(sequence)).toLowerCase(Locale.ROOT);
        return new Sequence(names.of(sequence.getName()))
                .startWith(sequence.getInitialValue())
                .incrementBy(sequence.getIncrementSize())
                .minimum(number("minvalue", sql))
                .maximum(number("maxvalue", sql))
                .cache(sql.contains("nocache") ? Long.valueOf(0) : number("cache", sql));
    }

    private static @Nullable Long number(String word, String sql) {
        Matcher matcher = Pattern.compile("\\b" + word + "\\s+(-?\\d+)").matcher(sql);
        return matcher.find() ? Long.valueOf(matcher.group(1)) : null;
    }
}
