package io.retort.internal.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import io.retort.internal.declaration.OperationReader;
import io.retort.internal.dialect.Dialects;
import io.retort.internal.history.History;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.operation.golden.Sample;
import io.retort.operation.golden.Samples;
import io.retort.revision.Direction;
import io.retort.revision.Plan.Step;
import io.retort.revision.RevisionInfo;
import io.retort.run.AppliedRevision;
import io.retort.run.AppliedRevision.AppliedState;
import io.retort.run.PreparedStep;
import io.retort.source.RevisionCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredUndoTests {

    private static final RevisionInfo INFO =
            new RevisionInfo("aa1", List.of(), List.of(), List.of(), "x", null, true, "revisions.aa1");

    /** What the stored text runs is what the downgrade of the file runs, for every kind of operation. */
    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "mysql", "h2", "hsqldb", "sqlite"})
    void theStoredDowngradeHasTheSameStatements(String product) {
        Dialect dialect = Dialects.named(product);
        int stored = 0;
        for (Sample sample : Samples.all()) {
            Migration migration = downgrading(sample.operation());
            StepPreparation preparation = preparation(migration, dialect);
            PreparedStep downgrade;
            try {
                downgrade = preparation.prepare(new Step(INFO, Direction.DOWN));
            } catch (RetortException unsupported) {
                continue;
            }
            String text = undo(preparation);
            if (sample.operation() instanceof DataOperation.Work) {
                assertThat(text).startsWith("none: its downgrade has Java code: ");
                continue;
            }
            assertThat(text).as("%s: %s", sample, text).startsWith("1:");
            PreparedStep again = storedStep(text, dialect);
            assertThat(statements(again)).as(sample.toString()).isEqualTo(statements(downgrade));
            assertThat(again.transactional()).as(sample.toString()).isEqualTo(downgrade.transactional());
            if (!dialect.sessions().rebuilding().isEmpty()) {
                assertThat(again.rebuilds()).as(sample.toString()).isEqualTo(downgrade.rebuilds());
            }
            stored++;
        }
        assertThat(stored).isGreaterThan(20);
    }

    @Test
    void anotherProductsDowngradeIsNotRun() {
        StepPreparation preparation = preparation(op -> op.execute("a", "b"), Dialects.named("h2"));
        StoredRevisions stored = new StoredRevisions(List.of(row()), Map.of("aa1", undo(preparation)), "postgresql");

        assertThat(stored.revisions()).isEmpty();
        assertThat(stored.reason("aa1")).isEqualTo("its downgrade is stored for h2, and this database is postgresql");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:", "1:x", "1:eJwDAAAAAAE=", "1:AAAA"})
    void aDamagedTextIsNamed(String text) {
        assertThatThrownBy(() -> StoredUndo.read(text))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining(
                        "The column undo of the history table contains a value that Retort did not write.");
    }

    private static Migration downgrading(Operation operation) {
        return new Migration() {
            @Override
            public void upgrade(Operations op) {
                op.execute("select 1");
            }

            @Override
            public void downgrade(Operations op) {
                op.reverse(reversed -> addReversed(reversed, operation));
            }
        };
    }

    /** Only an operation with a reverse can be added to a migration without its own method. */
    private static void addReversed(Operations op, Operation operation) {
        Operation reverse = operation.reverse().orElseThrow(() -> new RetortException("no reverse", "none"));
        OperationReader.calls(reverse.java().source(0), offset -> "The sample").accept(op);
    }

    private static StepPreparation preparation(Migration migration, Dialect dialect) {
        RevisionCode code = new RevisionCode(INFO, () -> migration);
        return new StepPreparation(History.of(List.of(() -> List.of(code))), dialect);
    }

    private static String undo(StepPreparation preparation) {
        PreparedStep upgrade = preparation.prepare(new Step(INFO, Direction.UP));
        return String.valueOf(
                new UndoPreparation(preparation, true).added(upgrade).stored().undo());
    }

    private static PreparedStep storedStep(String text, Dialect dialect) {
        StoredRevisions stored = new StoredRevisions(List.of(row()), Map.of("aa1", text), dialect.name());
        StepPreparation preparation = new StepPreparation(History.of(List.of(stored)), dialect);
        return preparation.prepare(new Step(stored.revisions().get(0).info(), Direction.DOWN));
    }

    private static AppliedRevision row() {
        return new AppliedRevision(
                "aa1", List.of(), "x", null, AppliedState.APPLIED, 0, null, null, null, Duration.ZERO);
    }

    private static List<String> statements(PreparedStep step) {
        return step.places().stream().map(place -> text(place.statement())).toList();
    }

    private static String text(Statement statement) {
        if (statement instanceof Statement.Sql sql) {
            return sql.text() + " " + sql.expectedRows() + " " + (sql.adaptation() != null);
        }
        return statement instanceof Statement.Backfill backfill ? backfill.text() : ((Statement.Work) statement).name();
    }
}
