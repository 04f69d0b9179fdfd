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

/** H2. */
public final class ComparedH2 implements ComparedProduct {

    private static final Set<Kind> GUARDED =
            Set.of(Kind.TABLE, Kind.COLUMN, Kind.CONSTRAINT, Kind.INDEX, Kind.SEQUENCE);

    private static final String DEPENDENT_OBJECTS = """
            select 'view', v.table_name, t.table_name, null, v.view_definition,
              'create view "' || v.table_name || '" as ' || v.view_definition
            from information_schema.views v join information_schema.tables t on t.table_schema = v.table_schema
              and t.table_type = 'BASE TABLE' and locate('"' || t.table_name || '"', v.view_definition) > 0
            where v.table_schema = current_schema order by 1, 2, 3""";

    private static final String OTHER_OBJECTS = """
            select 'view', table_name from information_schema.views where table_schema = current_schema
            union all
            select 'trigger', trigger_name from information_schema.triggers where trigger_schema = current_schema
            union all
            select 'function', routine_name from information_schema.routines where routine_schema = current_schema
            union all
            select 'synonym', synonym_name from information_schema.synonyms where synonym_schema = current_schema
            order by 1, 2""";

    @Override
    public String dialect() {
        return "h2";
    }

    @Override
    public Inspector inspector(Dialect dialect) {
        return Inspectors.h2(dialect);
    }

    @Override
    public ScratchSchema scratchSchema(Dialect dialect) {
        return ScratchSchema.h2(dialect);
    }

    @Override
    public ScratchDatabase scratchDatabase() {
        return ScratchDatabase.h2();
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
    public boolean parsesTextAsJson() {
        return false;
    }

    @Override
    public Set<DependentObjectEffect> dependentObjectEffects() {
        return Set.of(DependentObjectEffect.FOLLOWS_TYPES);
    }

    @Override
    public Optional<String> unlessPresent(SchemaObject object, String statement, Dialect dialect) {
        return IfNotExists.in(object, statement, dialect, GUARDED);
    }
}
