package io.retort.internal.dialect.hsqldb;

import io.retort.internal.dialect.ansi.SequenceSql;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.operation.SequenceOperation;
import io.retort.operation.Statement;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import java.util.stream.Stream;

/** The sequences of HSQLDB, where {@code restart with} accepts only a constant, which is queried first. */
final class HsqldbSequences extends SequenceSql {

    HsqldbSequences(SqlNaming words) {
        super(words, new Wording("", "", " no cycle"));
    }

    /** Within the range of an integer unless specified otherwise, as Hibernate does. */
    @Override
    protected String type(Sequence sequence) {
        boolean isInteger = Stream.of(sequence.start(), sequence.minimum(), sequence.maximum())
                .allMatch(number -> number == null || number == number.intValue());
        return isInteger ? "" : " as bigint";
    }

    @Override
    protected Statement start(SequenceOperation.Create create) {
        return restart(create.sequence().name(), "after the numbers of its rows", "values " + firstNumber(create));
    }

    @Override
    protected Stream<Statement> nextWithOtherSteps(SequenceOperation.Alter alter) {
        QualifiedName name = alter.after().name();
        String schema = name.schema();
        String query = "select " + nextNumber(alter, "cast(next_value as bigint)")
                + " from information_schema.sequences where sequence_name = "
                + words.literals().string(words.identifiers().stored(name.name())) + " and sequence_schema = "
                + (schema == null
                        ? "current_schema"
                        : words.literals().string(words.identifiers().stored(schema)));
        return Stream.of(restart(name, "with its new steps", query));
    }

    private Statement restart(QualifiedName sequence, String how, String query) {
        return new Statement.Work(
                "restart sequence " + sequence + " " + how, new SequenceRestart(words.name(sequence), query));
    }
}
