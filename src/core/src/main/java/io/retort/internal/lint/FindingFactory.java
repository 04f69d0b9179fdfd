package io.retort.internal.lint;

import io.retort.internal.lint.rule.CommonRules;
import io.retort.internal.lint.rule.Effect;
import io.retort.internal.lint.rule.TableSize;
import io.retort.internal.lint.rule.Violation;
import io.retort.lint.Finding;
import io.retort.operation.Operation;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.PreparedOperation;
import io.retort.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * Describes violations of one operation of a step.
 */
final class FindingFactory {

    private static final String SQL_FILE = ".sql";

    private final Server server;
    private final TableSizes sizes;
    private final PreparedStep step;
    private final int index;

    /**
     * @param server the server
     * @param sizes the sizes of the tables, under their names at the operation
     * @param step the step
     * @param index the index of the operation, from 0
     */
    FindingFactory(Server server, TableSizes sizes, PreparedStep step, int index) {
        this.server = server;
        this.sizes = sizes;
        this.step = step;
        this.index = index;
    }

    Finding of(PreparedOperation prepared, Violation violation) {
        String location = step.revision().location();
        String safer = safer(violation, location);
        return new Finding(
                violation.rule().id(),
                violation.level(),
                step.revision().id(),
                location,
                index + 1,
                prepared.line().getAsInt(),
                prepared.operation().describe(),
                problem(violation),
                safer == null || safer.isEmpty() ? null : safer,
                violation.rule().equals(CommonRules.STALE_WAIVER)
                        ? ""
                        : waiver(violation.rule().id(), location, prepared.operation()));
    }

    /** Code for a Java revision is of no use in an SQL file. */
    private static @Nullable String safer(Violation violation, String location) {
        return location.endsWith(SQL_FILE) && violation.safer() != null
                ? violation.rule().remedy()
                : violation.safer();
    }

    private String problem(Violation violation) {
        QualifiedName table = violation.table();
        if (table == null || violation.effect().equals(Effect.NONE)) {
            return violation.problem();
        }
        TableSize size = sizes.of(table);
        String effect =
                EffectText.of(violation.effect(), table, size, server.dialect().productName());
        return (violation.problem() + " " + effect).strip();
    }

    private static String waiver(String rule, String location, Operation operation) {
        if (location.endsWith(SQL_FILE)) {
            return "-- allow " + rule + ": <reason>";
        }
        String call =
                operation.isHandWritten() ? "o.execute(...)" : operation.java().source("o", 0);
        return "op.allow(\"" + rule + "\", \"<reason>\", o -> " + call + ");";
    }
}
