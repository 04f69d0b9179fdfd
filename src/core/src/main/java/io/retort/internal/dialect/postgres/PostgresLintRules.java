package io.retort.internal.dialect.postgres;

import static io.retort.internal.lint.rule.Effect.Blocking.READS_AND_WRITES;
import static io.retort.internal.lint.rule.Effect.Blocking.WRITES;

import io.retort.internal.dialect.ansi.SqlNaming;
import io.retort.internal.lint.rule.Effect;
import io.retort.internal.lint.rule.Effect.Work;
import io.retort.internal.lint.rule.LintContext;
import io.retort.internal.lint.rule.LintRules;
import io.retort.internal.lint.rule.Rule;
import io.retort.internal.lint.rule.SqlAction;
import io.retort.internal.lint.rule.Violation;
import io.retort.operation.Operation;
import java.util.List;
import java.util.Optional;

/** Finds what changes do to other sessions on PostgreSQL. */
final class PostgresLintRules implements LintRules {

    /** Reads no table, so that it waits for no lock. The rows of a partitioned table are those of its partitions. */
    private static final String SIZES = """
            with recursive part (root, oid) as (
                select c.oid, c.oid from pg_class c where c.relkind in ('r', 'p')
                union all
                select part.root, i.inhrelid from part join pg_inherits i on i.inhparent = part.oid)
            select nullif(n.nspname, current_schema()), r.relname,
                case when min(c.reltuples) filter (where c.relkind = 'r') < 0 then -1
                    else coalesce(sum(c.reltuples) filter (where c.relkind = 'r'), 0) end::bigint,
                coalesce(sum(c.relpages + coalesce(t.relpages, 0)) filter (where c.relkind = 'r'), 0)::bigint
                    * current_setting('block_size')::bigint,
                r.relkind = 'p'
            from part join pg_class r on r.oid = part.root join pg_namespace n on n.oid = r.relnamespace
                join pg_class c on c.oid = part.oid left join pg_class t on t.oid = c.reltoastrelid
            where n.nspname not in ('pg_catalog', 'information_schema')
            group by n.nspname, r.relname, r.relkind
            order by 1 nulls first, 2""";

    private final SqlNaming naming;

    PostgresLintRules(SqlNaming naming) {
        this.naming = naming;
    }

    @Override
    public List<Rule> rules() {
        return PostgresRules.ALL;
    }

    @Override
    public List<Violation> check(Operation operation, LintContext context) {
        return operation.accept(new PostgresLintVisitor(naming, context));
    }

    @Override
    public List<Violation> check(SqlAction action, LintContext context) {
        return switch (action.kind()) {
            case REINDEX -> one(PostgresRules.REINDEX, action, new Effect(WRITES, Work.INDEX));
            case CREATE_TRIGGER -> one(PostgresRules.TRIGGER, action, new Effect(WRITES, Work.CATALOG));
            case PARTITION_OF -> one(PostgresRules.PARTITION_OF, action, new Effect(READS_AND_WRITES, Work.CATALOG));
            case DETACH_PARTITION -> one(PostgresRules.DETACH, action, new Effect(READS_AND_WRITES, Work.CATALOG));
            case EXCLUSION -> one(PostgresRules.EXCLUSION, action, new Effect(READS_AND_WRITES, Work.INDEX));
            case CHANGE_TYPE ->
                one(PostgresRules.TYPE_REWRITE, action, new Effect(READS_AND_WRITES, Work.REWRITE)).stream()
                        .map(Violation::withUnknownType)
                        .toList();
            case DROP_INDEX ->
                List.of(Violation.of(
                        PostgresRules.DROP_INDEX_BLOCKS,
                        null,
                        "PostgreSQL blocks reads and writes of the table of the index " + action.table()
                                + " until the transaction ends.",
                        PostgresRules.DROP_INDEX_BLOCKS.remedy()));
            default -> List.of();
        };
    }

    @Override
    public List<Operation> concurrently(Operation operation, List<Violation> violations, LintContext context) {
        return operation.accept(new PostgresConcurrentForm(naming, context));
    }

    private static List<Violation> one(Rule rule, SqlAction action, Effect effect) {
        return List.of(Violation.blocking(rule, action.table(), effect, rule.remedy()));
    }

    @Override
    public Optional<String> sizes() {
        return Optional.of(SIZES);
    }
}
