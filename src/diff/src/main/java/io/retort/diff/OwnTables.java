package io.retort.diff;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.internal.execute.MigrationLock;
import io.retort.schema.QualifiedName;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of Retort itself, in whichever schema they are. */
final class OwnTables {

    private OwnTables() {}

    /** Returns whether a table is the history table or a lock table. */
    static Predicate<QualifiedName> of(Retort retort, Dialect dialect) {
        QualifiedName table = retort.options().table();
        Set<String> own = Stream.concat(Stream.of(table), MigrationLock.lockTables(table).stream())
                .map(name -> dialect.identifiers().canonical(name).name())
                .collect(Collectors.toSet());
        return name -> own.contains(name.name());
    }
}
