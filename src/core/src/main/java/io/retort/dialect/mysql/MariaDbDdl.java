package io.retort.dialect.mysql;

import io.retort.dialect.ansi.SequenceSql;
import io.retort.dialect.ansi.Vocabulary;
import io.retort.operation.SequenceOperation;
import io.retort.operation.Statement;
import java.util.List;

/** Operations as MariaDB says them: as MySQL does, and with sequences. */
final class MariaDbDdl extends MySqlDdl {

    MariaDbDdl(Vocabulary words) {
        super(words, new MariaDbClauses(words), new MariaDbSequences(words));
    }

    @Override
    protected String check() {
        return "constraint ";
    }

    /** A sequence is a table of a sort, and is renamed as one. */
    private static final class MariaDbSequences extends SequenceSql {

        MariaDbSequences(Vocabulary words) {
            super(words, new Wording(" nocache", " nocache", " nocycle"));
        }

        @Override
        public List<Statement> rename(SequenceOperation.Rename rename) {
            return one("rename table " + words.name(rename.before()) + " to " + words.name(rename.after()));
        }
    }
}
