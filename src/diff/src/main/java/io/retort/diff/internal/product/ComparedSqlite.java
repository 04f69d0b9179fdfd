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

/** SQLite. */
public final class ComparedSqlite implements ComparedProduct {

    private static final Set<Kind> GUARDED = Set.of(Kind.TABLE, Kind.INDEX);

    private static final String DEPENDENT_OBJECTS = """
            select v.type, v.name, t.name, null, v.sql, null from sqlite_master v join sqlite_master t on t.type = 'table'
            where v.type in ('view', 'trigger') and (v.tbl_name = t.name or v.sql like '%' || t.name || '%')
            order by 1, 2, 3""";

    private static final String OTHER_OBJECTS = """
            select type, name from sqlite_master where type in ('view', 'trigger') order by 1, 2""";

    @Override
    public String dialect() {
        return "sqlite";
    }

    @Override
    public boolean keepsComments() {
        return false;
    }

    @Override
    public Inspector inspector(Dialect dialect) {
        return Inspectors.sqlite(dialect);
    }

    @Override
    public ScratchSchema scratchSchema(Dialect dialect) {
        return ScratchSchema.sqlite(dialect);
    }

    @Override
    public ScratchDatabase scratchDatabase() {
        return ScratchDatabase.sqlite();
    }

    @Override
    public Optional<String> dependentObjects() {
        return Optional.of(DEPENDENT_OBJECTS);
    }

    @Override
    public Optional<String> otherObjects() {
        return Optional.of(OTHER_OBJECTS);
    }

    @Override
    public Set<DependentObjectEffect> dependentObjectEffects() {
        return Set.of(DependentObjectEffect.FOLLOWS_RENAMES, DependentObjectEffect.FOLLOWS_TYPES);
    }

    @Override
    public Optional<String> unlessPresent(SchemaObject object, String statement, Dialect dialect) {
        return IfNotExists.in(object, statement, dialect, GUARDED);
    }
}
