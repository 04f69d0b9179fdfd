package io.retort.dialect.mysql;

import io.retort.dialect.ansi.SequenceSql;
import io.retort.dialect.ansi.Vocabulary;
import io.retort.operation.SequenceOperation;
import io.retort.operation.Statement;
import io.retort.schema.Sequence;
import java.util.List;

/** Operations as MariaDB says them: as MySQL does, and with sequences. */
final class MariaDbDdl extends MySqlDdl {

    private final SequenceSql sequences;

    MariaDbDdl(Vocabulary words) {
        this(words, new SequenceSql(words, " nocache", " nocache", " nocycle"));
    }

    private MariaDbDdl(Vocabulary words, SequenceSql sequences) {
        super(words, new MariaDbClauses(words), sequences);
        this.sequences = sequences;
    }

    @Override
    protected String check() {
        return "constraint ";
    }

    @Override
    public List<Statement> createSequence(SequenceOperation.Create create) {
        return one(sequences.create(create.sequence()));
    }

    @Override
    public List<Statement> dropSequence(SequenceOperation.Drop drop) {
        return one("drop sequence " + words.name(drop.name()));
    }

    @Override
    public List<Statement> alterSequence(SequenceOperation.Alter alter) {
        Sequence after = alter.after();
        return sequences.alter(alter.before(), after).map(this::one).orElse(List.of());
    }

    @Override
    public List<Statement> renameSequence(SequenceOperation.Rename rename) {
        return one("rename table " + words.name(rename.before()) + " to " + words.name(rename.after()));
    }
}
