package io.retort.diff.internal.product;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.inspect.Inspectors;
import io.retort.diff.internal.scratch.ScratchDatabase;
import io.retort.diff.internal.scratch.ScratchSchema;
import io.retort.internal.state.SchemaObject;
import io.retort.internal.state.SchemaObject.Kind;
import java.util.Optional;
import java.util.Set;

/** MariaDB. */
public final class ComparedMariaDb implements ComparedProduct {

    private static final Set<Kind> GUARDED = Set.of(Kind.TABLE, Kind.COLUMN, Kind.INDEX, Kind.SEQUENCE);

    @Override
    public String dialect() {
        return "mariadb";
    }

    @Override
    public Inspector inspector(Dialect dialect) {
        return Inspectors.mariaDb(dialect);
    }

    @Override
    public ScratchSchema scratchSchema(Dialect dialect) {
        return ScratchSchema.mySql(dialect);
    }

    @Override
    public ScratchDatabase scratchDatabase() {
        return ScratchDatabase.mySql();
    }

    @Override
    public Optional<String> dependentObjects() {
        return Optional.of(ComparedMySql.DEPENDENT_OBJECTS);
    }

    @Override
    public Optional<String> otherObjects() {
        return Optional.of(ComparedMySql.OTHER_OBJECTS);
    }

    @Override
    public Set<DependentObjectEffect> dependentObjectEffects() {
        return Set.of(DependentObjectEffect.FAILS_WHEN_USED, DependentObjectEffect.FOLLOWS_TYPES);
    }

    @Override
    public Optional<String> unlessPresent(SchemaObject object, String statement, Dialect dialect) {
        return IfNotExists.in(object, statement, dialect, GUARDED);
    }
}
