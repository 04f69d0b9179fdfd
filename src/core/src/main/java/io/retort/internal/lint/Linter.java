package io.retort.internal.lint;

import io.retort.internal.lint.rule.CommonRules;
import io.retort.internal.lint.rule.Effect.Blocking;
import io.retort.internal.lint.rule.Rule;
import io.retort.internal.lint.rule.TableSize;
import io.retort.internal.lint.rule.Violation;
import io.retort.lint.Finding;
import io.retort.lint.Finding.Waiver;
import io.retort.operation.Operation;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.PreparedOperation;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Judges upgrades.
 *
 * <pre>{@code
 * List<Finding> findings = new Linter(server, () -> schema).lint(steps);
 * }</pre>
 */
public final class Linter {

    private final Server server;
    private final Supplier<Snapshot> schema;
    private final List<PreparedStep> filling;

    /**
     * @param server the server on which the steps run
     * @param schema supplies the schema before the first step, as far as it is known; computed only on demand
     */
    public Linter(Server server, Supplier<Snapshot> schema) {
        this(server, schema, List.of());
    }

    /**
     * @param server the server on which the steps run
     * @param schema as for the other constructor
     * @param filling the applied revisions whose backfills after the start are not complete
     */
    public Linter(Server server, Supplier<Snapshot> schema, List<PreparedStep> filling) {
        this.server = server;
        this.schema = new OnDemand<>(schema);
        this.filling = List.copyOf(filling);
    }

    /**
     * Returns the findings about steps that run one after the other. Steps that revert or only record a revision have
     * none.
     */
    public List<Finding> lint(List<PreparedStep> steps) {
        if (!server.hasRules()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        SchemaState state = new SchemaState(server, schema);
        DeferredBackfills deferred = new DeferredBackfills(state);
        filling.forEach(deferred::add);
        for (PreparedStep step : steps) {
            if (step.isUpgrade() && step.reason() == null) {
                lint(step, state, deferred, findings);
                deferred.add(step);
            }
        }
        return findings;
    }

    private void lint(PreparedStep step, SchemaState state, DeferredBackfills deferred, List<Finding> findings) {
        Supplier<Snapshot> after = state.after(operations(step));
        Map<QualifiedName, Blocking> locked = new LinkedHashMap<>();
        boolean mixed = isMixed(step);
        for (int i = 0; i < step.operations().size(); i++) {
            PreparedOperation prepared = step.operations().get(i);
            OperationJudge judge = new OperationJudge(server, state, after);
            List<Violation> violations = new ArrayList<>(judge.judge(prepared));
            judge.operations().forEach(operation -> violations.addAll(deferred.violations(operation)));
            violations.addAll(locks(step, violations, locked, state));
            if (mixed && prepared.statements().stream().anyMatch(statement -> !statement.transactional())) {
                mixed = false;
                violations.add(Violation.of(
                        CommonRules.MIXED_STEP,
                        null,
                        "The statement cannot run in a transaction, so the whole revision runs without one.",
                        CommonRules.MIXED_STEP.remedy()));
            }
            report(
                    new FindingFactory(server, table -> size(table, state), step, i),
                    prepared,
                    violations,
                    state,
                    findings);
            state.apply(prepared.operation(), judge.operations());
            judge.operations()
                    .forEach(operation -> operation
                            .alteredTable()
                            .ifPresent(table -> locked.merge(table, blocking(table, violations), Linter::stronger)));
        }
    }

    /** An operation without a finding about a table can block everything for a moment. */
    private static Blocking blocking(QualifiedName table, List<Violation> violations) {
        return violations.stream()
                .filter(violation -> table.equals(violation.table()))
                .map(violation -> violation.effect().blocking())
                .filter(blocking -> blocking != Blocking.NOTHING)
                .reduce(Linter::stronger)
                .orElse(Blocking.READS_AND_WRITES);
    }

    private static Blocking stronger(Blocking one, Blocking other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static List<Operation> operations(PreparedStep step) {
        return step.operations().stream().map(PreparedOperation::operation).toList();
    }

    private boolean isMixed(PreparedStep step) {
        return server.dialect().transactionalDdl()
                && step.revision().transactional()
                && !step.transactional()
                && step.operations().size() > 1;
    }

    /** The tables that earlier operations lock while this one works. */
    private List<Violation> locks(
            PreparedStep step, List<Violation> violations, Map<QualifiedName, Blocking> locked, SchemaState state) {
        if (!server.dialect().transactionalDdl() || !step.transactional()) {
            return List.of();
        }
        boolean works = violations.stream()
                .filter(violation -> matters(violation, state))
                .anyMatch(violation ->
                        violation.effect().isOutage() || violation.rule().equals(CommonRules.BIG_UPDATE));
        if (!works) {
            return List.of();
        }
        Map<QualifiedName, Blocking> own = new HashMap<>();
        violations.stream()
                .filter(violation -> violation.table() != null)
                .forEach(violation ->
                        own.merge(violation.table(), violation.effect().blocking(), Linter::stronger));
        return locked.entrySet().stream()
                .filter(lock ->
                        own.getOrDefault(lock.getKey(), Blocking.NOTHING).compareTo(lock.getValue()) < 0)
                .map(Map.Entry::getKey)
                .map(table -> Violation.of(
                        CommonRules.LOCK_THEN_WORK,
                        table,
                        "An earlier operation of the revision blocks " + table + " until this one has finished.",
                        CommonRules.LOCK_THEN_WORK.remedy()))
                .toList();
    }

    private void report(
            FindingFactory factory,
            PreparedOperation prepared,
            List<Violation> violations,
            SchemaState state,
            List<Finding> findings) {
        Set<String> used = new HashSet<>();
        for (Violation violation : violations) {
            String rule = violation.rule().id();
            if (prepared.waivers().stream().anyMatch(waiver -> waiver.rule().equals(rule))) {
                used.add(rule);
            } else if (matters(violation, state)) {
                findings.add(factory.of(prepared, violation));
            }
        }
        for (Waiver waiver : prepared.waivers()) {
            if (!used.contains(waiver.rule())) {
                findings.add(factory.of(prepared, stale(waiver)));
            }
        }
    }

    private static Violation stale(Waiver waiver) {
        return Violation.of(
                CommonRules.STALE_WAIVER,
                null,
                "The operation does not violate the rule " + waiver.rule() + ", which a waiver accepts.",
                CommonRules.STALE_WAIVER.remedy());
    }

    private boolean matters(Violation violation, SchemaState state) {
        QualifiedName table = violation.table();
        if (table == null || violation.rule().hazard() == Rule.Hazard.UNJUDGED) {
            return true;
        }
        if (state.isCreated(table)) {
            return false;
        }
        return switch (violation.rule().hazard()) {
            case LOCK -> isBig(size(table, state));
            case ROWS, LOSS -> !size(table, state).isEmpty();
            default -> true;
        };
    }

    private TableSize size(QualifiedName table, SchemaState state) {
        return state.size(table);
    }

    private static boolean isBig(TableSize size) {
        return !size.isEmpty() && !size.isSmall();
    }
}
