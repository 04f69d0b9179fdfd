package io.retort.internal.dialect.mysql;

import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.Index;

/** The clauses of MariaDB. */
final class MariaDbClauses extends MySqlClauses {

    MariaDbClauses(SqlNaming words) {
        super(words);
    }

    /** A generated column accepts no {@code not null}; Hibernate omits it, too. */
    @Override
    protected String nullability(Column column) {
        return column.generation() instanceof Computed ? "" : super.nullability(column);
    }

    @Override
    protected String expression(Index index, Index.Part part) {
        throw refusals.expression(index, part, "computedVirtual");
    }
}
