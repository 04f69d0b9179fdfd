package io.retort.internal.journal;

import io.retort.internal.sql.StatementTable;
import io.retort.schema.QualifiedName;
import io.retort.sql.SqlSyntax;
import java.util.List;

/** Finds the table of a handwritten statement in the usual forms about one table; otherwise everything. */
final class SqlAffectedObjects {

    private SqlAffectedObjects() {}

    static AffectedObjects guess(String sql, SqlSyntax syntax) {
        QualifiedName table = StatementTable.of(sql, syntax);
        return table == null ? AffectedObjects.EVERYTHING : new AffectedObjects(List.of(table), null);
    }
}
