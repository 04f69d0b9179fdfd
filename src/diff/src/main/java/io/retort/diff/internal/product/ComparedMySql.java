package io.retort.diff.internal.product;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.inspect.Inspectors;
import io.retort.diff.internal.scratch.ScratchDatabase;
import io.retort.diff.internal.scratch.ScratchSchema;
import io.retort.internal.state.SchemaObject;
import io.retort.internal.state.SchemaObject.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** MySQL. */
public final class ComparedMySql implements ComparedProduct {

    /** In 8.0. */
    private static final int FIRST_WITH_CHECKS = 16;

    private static final Set<Kind> GUARDED = Set.of(Kind.TABLE);

    static final String DEPENDENT_OBJECTS = """
            select 'view', v.table_name, t.table_name, null, v.view_definition, null
            from information_schema.views v join information_schema.tables t on t.table_schema = v.table_schema
              and t.table_type <> 'VIEW' and v.view_definition like concat('%`', t.table_name, '`%')
            where v.table_schema = database()
            union all
            select 'trigger', trigger_name, event_object_table, null, action_statement, null
            from information_schema.triggers where trigger_schema = database()
            order by 1, 2, 3""";

    static final String OTHER_OBJECTS = """
            select 'view', table_name from information_schema.views where table_schema = database()
            union all
            select 'trigger', trigger_name from information_schema.triggers where trigger_schema = database()
            union all
            select lower(routine_type), routine_name from information_schema.routines where routine_schema = database()
            union all
            select 'event', event_name from information_schema.events where event_schema = database()
            order by 1, 2""";

    @Override
    public String dialect() {
        return "mysql";
    }

    @Override
    public boolean storesChecks(List<Integer> version) {
        return version.size() < 3
                || !version.subList(0, 2).equals(List.of(8, 0))
                || version.get(2) >= FIRST_WITH_CHECKS;
    }

    @Override
    public Inspector inspector(Dialect dialect) {
        return Inspectors.mySql(dialect);
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
        return Optional.of(DEPENDENT_OBJECTS);
    }

    @Override
    public Optional<String> otherObjects() {
        return Optional.of(OTHER_OBJECTS);
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
