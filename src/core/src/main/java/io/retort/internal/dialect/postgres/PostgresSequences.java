package io.retort.internal.dialect.postgres;

import io.retort.internal.dialect.ansi.SequenceSql;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.operation.SequenceOperation;
import io.retort.operation.Statement;
import io.retort.schema.Sequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sequences of PostgreSQL, where {@code restart with} accepts no expression, but {@code setval} does. */
final class PostgresSequences extends SequenceSql {

    PostgresSequences(SqlNaming words) {
        super(words, new Wording("", " cache 1", " no cycle"));
    }

    /** A cache of 1 is what other products call no cache: a history may come from MariaDB. */
    @Override
    protected @Nullable Long cache(Sequence sequence) {
        Long cache = sequence.cache();
        return cache == null ? null : Long.valueOf(Math.max(1, cache));
    }

    @Override
    protected Statement start(SequenceOperation.Create create) {
        String name = words.name(create.sequence().name());
        return new Statement.Sql(
                "select setval(" + words.literals().string(name) + ", " + firstNumber(create) + ", false)");
    }

    @Override
    public List<Statement> rename(SequenceOperation.Rename rename) {
        return new SchemaMove("sequence", words).of(rename.before(), rename.after());
    }
}
