package io.retort.internal.dialect.mysql;

import io.retort.internal.dialect.ansi.ConstraintLookup;
import io.retort.internal.dialect.ansi.SequenceSql;
import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.operation.SequenceOperation;
import io.retort.operation.Statement;
import io.retort.schema.Constraint;
import io.retort.schema.QualifiedName;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import java.util.List;
import java.util.stream.Stream;

/** The DDL of MariaDB: that of MySQL, with sequences. */
final class MariaDbDdl extends MySqlDdl {

    private static final int UUID_LENGTH = 36;

    MariaDbDdl(SqlNaming words) {
        super(words, new MariaDbClauses(words), new MariaDbSequences(words));
    }

    @Override
    protected MySqlLintRules lintRules() {
        return MySqlLintRules.MARIADB;
    }

    /** A UUID column becomes a number or date, or the reverse, only as text in between, even if it is empty. */
    @Override
    protected List<SqlType> emptySteps(SqlType before, SqlType after) {
        boolean uuid = before.kind() == Kind.UUID ^ after.kind() == Kind.UUID;
        return uuid ? List.of(SqlType.varchar(UUID_LENGTH)) : super.emptySteps(before, after);
    }

    @Override
    protected String check() {
        return "constraint ";
    }

    @Override
    protected Statement.Adaptation adapted(ConstraintLookup lookup) {
        return lookup.constraint() instanceof Constraint.Check ? new CheckDrop(lookup) : super.adapted(lookup);
    }

    /** A sequence is a kind of table, and is renamed as one. */
    private static final class MariaDbSequences extends SequenceSql {

        MariaDbSequences(SqlNaming words) {
            super(words, new Wording(" nocache", " nocache", " nocycle"));
        }

        /** {@code restart with} accepts only a constant, but the row of a sequence can be updated, as dumps do. */
        @Override
        protected Statement start(SequenceOperation.Create create) {
            return next(create.sequence().name(), firstNumber(create));
        }

        @Override
        protected Stream<Statement> nextWithOtherSteps(SequenceOperation.Alter alter) {
            return Stream.of(next(alter.after().name(), nextNumber(alter, "next_not_cached_value")));
        }

        private Statement next(QualifiedName sequence, String number) {
            String name = words.name(sequence);
            return new Statement.Sql("insert into " + name + " select " + number
                    + ", minimum_value, maximum_value, start_value, increment, cache_size, cycle_option, cycle_count from "
                    + name);
        }

        @Override
        public List<Statement> rename(SequenceOperation.Rename rename) {
            return one("rename table " + words.name(rename.before()) + " to " + words.name(rename.after()));
        }
    }
}
