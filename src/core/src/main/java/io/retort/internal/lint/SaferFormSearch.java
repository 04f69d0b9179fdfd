package io.retort.internal.lint;

import io.retort.error.RetortException;
import io.retort.internal.lint.rule.CommonRules;
import io.retort.lint.Finding;
import io.retort.lint.Finding.Level;
import io.retort.operation.Operation;
import io.retort.revision.Direction;
import io.retort.revision.Plan.Step;
import io.retort.revision.RevisionInfo;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.PreparedOperation;
import io.retort.run.PreparedStep.SaferForms;
import io.retort.run.PreparedStep.SaferForms.Form;
import io.retort.schema.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Finds the forms of operations that avoid lint findings. A form counts only if a finding of the operation disappears and
 * no error or warning appears.
 *
 * <pre>{@code
 * List<SaferForms> forms = new SaferFormSearch(server, () -> schema).of(steps, isApplied, downgrade);
 * }</pre>
 */
public final class SaferFormSearch {

    /** They concern the whole revision, not the form of an operation. */
    private static final Set<String> OF_REVISIONS =
            Set.of(CommonRules.LOCK_THEN_WORK.id(), CommonRules.MIXED_STEP.id(), CommonRules.STALE_WAIVER.id());

    private final Server server;
    private final Linter linter;
    private final ConcurrentForms forms;

    /**
     * @param server the server on which the steps run
     * @param schema supplies the schema before the first step, as far as it is known
     */
    public SaferFormSearch(Server server, Supplier<Snapshot> schema) {
        this.server = server;
        this.linter = new Linter(server, schema);
        this.forms = new ConcurrentForms(server, schema);
    }

    /**
     * Returns the forms of the revisions of an upgrade, in order.
     *
     * @param steps the steps, one after the other
     * @param applied whether a step is applied, completely or in part
     * @param downgrade returns the downgrade of a step; empty if it has none
     */
    public List<SaferForms> of(
            List<PreparedStep> steps,
            Predicate<PreparedStep> applied,
            Function<PreparedStep, Optional<PreparedStep>> downgrade) {
        List<PreparedStep> run = steps.stream()
                .filter(step -> step.isUpgrade() && step.reason() == null)
                .toList();
        List<List<Form>> upgrades = choose(run, step -> !applied.test(step));
        List<List<Form>> ofApplied = choose(run, step -> true);
        List<PreparedStep> written = rewritten(run, upgrades);
        List<Finding> before = linter.lint(run);
        List<Finding> after = linter.lint(written);
        List<SaferForms> all = new ArrayList<>();
        for (int i = 0; i < run.size(); i++) {
            PreparedStep step = run.get(i);
            List<Form> upgrade = applied.test(step) ? ofApplied.get(i) : upgrades.get(i);
            boolean changes = upgrade.stream().anyMatch(Form::isOther);
            all.add(new SaferForms(
                    step.revision(),
                    applied.test(step),
                    upgrade,
                    changes && !applied.test(step) ? back(written.subList(0, i + 1), downgrade.apply(step)) : List.of(),
                    of(step, before),
                    of(step, after)));
        }
        return all;
    }

    private static List<Finding> of(PreparedStep step, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.revision().equals(step.revision().id()))
                .toList();
    }

    /** A downgrade is judged as if it were the next upgrade. */
    private List<Form> back(List<PreparedStep> there, Optional<PreparedStep> downgrade) {
        if (downgrade.isEmpty()) {
            return List.of();
        }
        RevisionInfo revision = downgrade.get().revision();
        PreparedStep next = new PreparedStep(
                new Step(outsideTransaction(revision, "downgrade of " + revision.id()), Direction.UP),
                downgrade.get().operations(),
                null);
        List<PreparedStep> all = new ArrayList<>(there);
        all.add(next);
        List<List<Form>> chosen = choose(all, step -> step == next);
        return chosen.get(chosen.size() - 1);
    }

    private List<List<Form>> choose(List<PreparedStep> steps, Predicate<PreparedStep> fixable) {
        List<List<List<Operation>>> others =
                forms.ofSteps(steps.stream().map(SaferFormSearch::operations).toList());
        List<Finding> before = linter.lint(steps);
        List<List<Form>> tried = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            tried.add(tried(steps.get(i), others.get(i), before, fixable.test(steps.get(i))));
        }
        if (tried.stream().flatMap(List::stream).noneMatch(Form::isOther)) {
            return tried;
        }
        List<Finding> after = linter.lint(rewritten(steps, tried));
        List<List<Form>> chosen = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            chosen.add(chosen(steps.get(i), tried.get(i), before, after));
        }
        return chosen;
    }

    private List<Form> tried(PreparedStep step, List<List<Operation>> others, List<Finding> findings, boolean fixable) {
        List<Form> tried = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            Operation operation = step.operations().get(i).operation();
            boolean has =
                    fixable && !rules(step, i + 1, i + 1, findings, Level.INFO).isEmpty();
            tried.add(new Form(operation, has && isPossible(others.get(i)) ? others.get(i) : List.of(operation)));
        }
        return tried;
    }

    private boolean isPossible(List<Operation> operations) {
        try {
            operations.forEach(operation -> operation.sql(server.dialect().ddl()));
            return true;
        } catch (RetortException refused) {
            return false;
        }
    }

    private static List<Form> chosen(PreparedStep step, List<Form> tried, List<Finding> before, List<Finding> after) {
        List<Form> chosen = new ArrayList<>();
        int number = 1;
        for (int i = 0; i < tried.size(); i++) {
            Form form = tried.get(i);
            int last = number + form.safer().size() - 1;
            Set<String> former = rules(step, i + 1, i + 1, before, Level.INFO);
            boolean avoids = !rules(step, number, last, after, Level.INFO).containsAll(former);
            boolean adds = !former.containsAll(rules(step, number, last, after, Level.WARNING));
            chosen.add(avoids && !adds ? form : new Form(form.operation(), List.of(form.operation())));
            number = last + 1;
        }
        return chosen;
    }

    /** The rules that operations violate, from a level on. */
    private static Set<String> rules(PreparedStep step, int from, int to, List<Finding> findings, Level least) {
        return findings.stream()
                .filter(finding -> finding.revision().equals(step.revision().id()))
                .filter(finding -> finding.operation() >= from && finding.operation() <= to)
                .filter(finding -> finding.level().compareTo(least) <= 0)
                .map(Finding::rule)
                .filter(rule -> !OF_REVISIONS.contains(rule))
                .collect(Collectors.toSet());
    }

    private List<PreparedStep> rewritten(List<PreparedStep> steps, List<List<Form>> forms) {
        List<PreparedStep> all = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            boolean other = forms.get(i).stream().anyMatch(Form::isOther);
            all.add(other ? rewritten(steps.get(i), forms.get(i)) : steps.get(i));
        }
        return all;
    }

    private PreparedStep rewritten(PreparedStep step, List<Form> forms) {
        List<PreparedOperation> operations = new ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            PreparedOperation plain = step.operations().get(i);
            for (Operation operation : forms.get(i).safer()) {
                operations.add(
                        forms.get(i).isOther()
                                ? new PreparedOperation(
                                        operation,
                                        operation.sql(server.dialect().ddl()),
                                        plain.line(),
                                        plain.syntax(),
                                        plain.waivers())
                                : plain);
            }
        }
        RevisionInfo revision =
                outsideTransaction(step.revision(), step.revision().id());
        return new PreparedStep(new Step(revision, Direction.UP), operations, null);
    }

    private static RevisionInfo outsideTransaction(RevisionInfo revision, String id) {
        return new RevisionInfo(
                id, List.of(), List.of(), List.of(), revision.message(), null, false, revision.location());
    }

    private static List<Operation> operations(PreparedStep step) {
        return step.operations().stream().map(PreparedOperation::operation).toList();
    }
}
