package io.retort.internal.dialect.h2;

import io.retort.internal.dialect.ansi.SequenceSql;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.operation.SequenceOperation;
import io.retort.operation.Statement;
import io.retort.schema.QualifiedName;
import java.util.stream.Stream;

/** The sequences of H2, which computes the next value when it returns one. */
final class H2Sequences extends SequenceSql {

    H2Sequences(SqlNaming words) {
        super(words, new Wording("", " cache 32", " no cycle"));
    }

    @Override
    protected Stream<Statement> nextWithOtherSteps(SequenceOperation.Alter alter) {
        QualifiedName name = alter.after().name();
        String schema = name.schema();
        String fixed = "(select base_value from information_schema.sequences where sequence_name = "
                + words.literals().string(words.identifiers().stored(name.name())) + " and sequence_schema = "
                + (schema == null
                        ? "current_schema"
                        : words.literals().string(words.identifiers().stored(schema)))
                + ")";
        return Stream.of(
                new Statement.Sql("alter sequence " + words.name(name) + " restart with " + nextNumber(alter, fixed)));
    }
}
