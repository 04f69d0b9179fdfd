package io.retort.internal.dialect.sqlserver;

import io.retort.internal.dialect.ansi.SequenceSql;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.operation.SequenceOperation;
import io.retort.operation.Statement;
import io.retort.schema.Sequence;
import java.util.stream.Collectors;

/**
 * The sequences of SQL Server, where {@code restart with} accepts only a constant, and {@code greatest} requires
 * version 2022.
 */
final class SqlServerSequences extends SequenceSql {

    SqlServerSequences(SqlNaming words) {
        super(words, new Wording("", " cache", " no cycle"));
    }

    @Override
    protected Statement start(SequenceOperation.Create create) {
        Sequence sequence = create.sequence();
        String numbers = create.startAfter().stream()
                .map(numbered -> ", (" + nextBlock(sequence, numbered) + ")")
                .collect(Collectors.joining("", "(values (" + sequence.start() + ")", ") as numbers (number)"));
        String first = "(select " + (sequence.increment() > 0 ? "max" : "min") + "(number) from " + numbers + ")";
        String restart = words.literals().string("alter sequence " + words.name(sequence.name()) + " restart with ");
        return new Statement.Sql("declare @restart nvarchar(400) = " + restart + " + cast(" + first
                + " as nvarchar(20)); exec sp_executesql @restart");
    }
}
