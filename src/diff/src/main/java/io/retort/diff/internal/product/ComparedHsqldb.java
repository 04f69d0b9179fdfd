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

/** HSQLDB. */
public final class ComparedHsqldb implements ComparedProduct {

    private static final Set<Kind> GUARDED = Set.of(Kind.TABLE, Kind.COLUMN, Kind.INDEX, Kind.SEQUENCE);

    private static final String DEPENDENT_OBJECTS = """
            select 'view' as k, u.view_name as n, u.table_name as t, cast(null as varchar(1)) as c, '*' as x,
              'create view "' || v.table_name || '" as ' || v.view_definition as d
            from information_schema.view_table_usage u join information_schema.views v
              on v.table_schema = u.view_schema and v.table_name = u.view_name
            where u.view_schema = current_schema
            union all
            select 'trigger', trigger_name, event_object_table, cast(null as varchar(1)), '*', cast(null as varchar(1))
            from information_schema.triggers where trigger_schema = current_schema
            union all
            select 'check', u.constraint_name, u.table_name, u.column_name, '', cast(null as varchar(1))
            from information_schema.constraint_column_usage u join information_schema.check_constraints k
              on k.constraint_schema = u.constraint_schema and k.constraint_name = u.constraint_name
            where u.table_schema = current_schema and k.check_clause not like '%IS NOT NULL'
            order by 1, 2, 3""";

    private static final String OTHER_OBJECTS = """
            select 'view' as k, table_name as n from information_schema.views where table_schema = current_schema
            union all
            select 'trigger', trigger_name from information_schema.triggers where trigger_schema = current_schema
            union all
            select 'routine', routine_name from information_schema.routines where routine_schema = current_schema
            order by 1, 2""";

    @Override
    public String dialect() {
        return "hsqldb";
    }

    @Override
    public Inspector inspector(Dialect dialect) {
        return Inspectors.hsqldb(dialect);
    }

    @Override
    public ScratchSchema scratchSchema(Dialect dialect) {
        return ScratchSchema.hsqldb(dialect);
    }

    @Override
    public ScratchDatabase scratchDatabase() {
        return ScratchDatabase.hsqldb();
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
        return Set.of(DependentObjectEffect.BLOCKS_EVERY_COLUMN_CHANGE);
    }

    @Override
    public Optional<String> unlessPresent(SchemaObject object, String statement, Dialect dialect) {
        return IfNotExists.in(object, statement, dialect, GUARDED);
    }
}
