package io.retort.dialect.postgres;

import io.retort.dialect.ansi.SequenceSql;
import io.retort.dialect.ansi.Vocabulary;
import io.retort.operation.SequenceOperation;
import io.retort.operation.Statement;

/** Sequences in PostgreSQL, where {@code restart with} takes no expression and {@code setval} does. */
final class PostgresSequences extends SequenceSql {

    PostgresSequences(Vocabulary words) {
        super(words, new Wording("", " cache 1", " no cycle"));
    }

    @Override
    protected Statement start(SequenceOperation.Create create) {
        String name = words.name(create.sequence().name());
        return new Statement.Sql(
                "select setval(" + words.literals().string(name) + ", " + firstNumber(create) + ", false)");
    }
}
