package io.retort.diff;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.internal.execute.MigrationLock;
import io.retort.schema.QualifiedName;
import java.util.function.Predicate;

/** The tables of Retort itself, in whichever schema they are. */
final class OwnTables {

    private OwnTables() {}

    /** Returns whether a table is the history table or the lock table. */
    static Predicate<QualifiedName> of(Retort retort, Dialect dialect) {
        QualifiedName table = dialect.identifiers().canonical(retort.options().table());
        QualifiedName lock = dialect.identifiers()
                .canonical(MigrationLock.lockTable(retort.options().table()));
        return name -> name.name().equals(table.name()) || name.name().equals(lock.name());
    }
}
