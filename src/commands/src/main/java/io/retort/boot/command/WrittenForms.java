package io.retort.boot.command;

import io.retort.Retort;
import io.retort.RetortOptions.OnlineCheck;
import io.retort.diff.author.Difference;
import io.retort.diff.author.OperationForms;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.lint.rule.Rule;
import io.retort.lint.DatabaseSizes;
import io.retort.lint.Finding;
import io.retort.operation.Operation;
import io.retort.revision.RevisionInfo;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes changes of tables with rows so that they do not block the running application, and names those that do. */
final class WrittenForms implements OperationForms {

    private final Retort retort;
    private final Function<Difference, @Nullable DatabaseSizes> sizes;

    /**
     * @param retort the history and the database
     * @param sizes returns the sizes for which the revision is written; null for those of the connected database
     */
    WrittenForms(Retort retort, Function<Difference, @Nullable DatabaseSizes> sizes) {
        this.retort = retort;
        this.sizes = sizes;
    }

    @Override
    public List<Operation> of(List<Operation> operations, Difference difference) {
        return isOff() ? operations : retort.concurrently(operations, sizes.apply(difference));
    }

    @Override
    public List<String> remarks(List<Operation> written, Difference difference) {
        if (isOff() || written.isEmpty()) {
            return List.of();
        }
        RevisionInfo revision =
                new RevisionInfo("new", List.of(), List.of(), List.of(), "new", null, false, "the new revision");
        try {
            List<Finding> findings = retort.lint(revision, written, sizes.apply(difference));
            return findings.isEmpty() ? List.of() : blocking(findings);
        } catch (RetortException unjudged) {
            // lint reports what prevents the revision from being judged
            return List.of();
        }
    }

    private static List<String> blocking(List<Finding> findings) {
        Set<String> locks = Dialects.names().stream()
                .flatMap(product -> Dialects.rules(product).stream())
                .filter(rule -> rule.hazard() == Rule.Hazard.LOCK)
                .map(Rule::id)
                .collect(Collectors.toSet());
        return findings.stream()
                .filter(finding -> finding.isError() && locks.contains(finding.rule()))
                .map(finding -> finding.change() + " (lint rule " + finding.rule() + "): " + finding.problem())
                .distinct()
                .toList();
    }

    private boolean isOff() {
        return retort.options().online() == OnlineCheck.OFF;
    }
}
