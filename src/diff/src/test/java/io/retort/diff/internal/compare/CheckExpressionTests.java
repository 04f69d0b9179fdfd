package io.retort.diff.internal.compare;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.HSQLDB;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static io.retort.testkit.TestDatabase.POSTGRESQL_15;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.diff.author.RevisionResult;
import io.retort.diff.models.Bootstrap;
import io.retort.diff.oracle.WrittenProject;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.Operation;
import io.retort.operation.TableOperation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dropped check constraint is written as declared, not as the database spells it. */
class CheckExpressionTests {

    @TempDir
    Path folder;

    static final class Before {

        enum Status {
            OPEN,
            PAID
        }

        enum Rank {
            LOW,
            HIGH
        }

        @Entity(name = "bill")
        static class Bill {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            Status status;

            Rank rank;
        }
    }

    static final class After {

        enum Status {
            OPEN,
            PAID,
            LOST
        }

        enum Rank {
            LOW,
            HIGH,
            TOP
        }

        @Entity(name = "bill")
        static class Bill {
            @Id
            long id;

            @Enumerated(EnumType.STRING)
            Status status;

            Rank rank;
        }
    }

    @Test
    void whatIsSpelledAlikeIsSaidAlike() {
        assertThat(said(
                        "((s)::text = ANY ((ARRAY['A'::character varying, 'it''s, 1'::character varying])::text[]))",
                        "((s)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying, 'C'::character varying])::text[]))",
                        "s in ('A','B','C')"))
                .isEqualTo("s in ('A','it''s, 1')");
        assertThat(said(
                        "((s)::text = ANY (ARRAY[('A'::character varying)::text, ('B'::character varying)::text]))",
                        "((s)::text = ANY (ARRAY[('C'::character varying)::text, ('D'::character varying)::text]))",
                        "s in ('C','D')"))
                .isEqualTo("s in ('A','B')");
        assertThat(said("(T.S) IN (('A'),('B'))", "(T.S) IN (('A'),('B'),('C'))", "s in ('A','B','C')"))
                .isEqualTo("s in ('A','B')");
        assertThat(said("((r >= 0) AND (r <= 1))", "((r >= 0) AND (r <= 12))", "r between 0 and 12"))
                .isEqualTo("r between 0 and 1");
    }

    @Test
    void whatIsSpelledOtherwiseStays() {
        String single = "((s)::text = 'A'::text)";
        assertThat(said(
                        single,
                        "((s)::text = ANY ((ARRAY['A'::character varying, 'B'::character varying])::text[]))",
                        "s in ('A','B')"))
                .isEqualTo(single);
        assertThat(said("(r > 0)", "(r >= 1)", "r >= 1")).isEqualTo("(r > 0)");
        assertThat(said("(A, B) IN ((1, 2))", "(A, B) IN ((1, 2), (3, 4))", "(a, b) in ((1, 2), (3, 4))"))
                .as("rows are no list of values")
                .isEqualTo("(A, B) IN ((1, 2))");
        assertThat(said("((r > 0) AND (r < 9))", "((r > 1) AND (r < 8))", "r < 8 and r > 1"))
                .as("other values in the same places")
                .isEqualTo("((r > 0) AND (r < 9))");
    }

    @OnDatabases({POSTGRESQL, POSTGRESQL_15, MARIADB, H2, HSQLDB})
    void theWayBackIsWhatWasDeclared(TestDb db) {
        WrittenProject project = new WrittenProject(folder, db);
        RevisionResult first = revision(project, db, Before.Bill.class);
        project.retort().upgrade("head");
        assertNothingFound(project, db);
        RevisionResult second = revision(project, db, After.Bill.class);

        List<String> declared = first.draft().up().stream()
                .filter(TableOperation.Create.class::isInstance)
                .flatMap(create -> ((TableOperation.Create) create).table().constraintsOf(Check.class))
                .map(Constraint::description)
                .toList();
        List<String> dropped = second.draft().up().stream()
                .filter(ConstraintOperation.Drop.class::isInstance)
                .map(drop -> Objects.requireNonNull(((ConstraintOperation.Drop) drop).constraint())
                        .description())
                .toList();
        assertThat(dropped).isNotEmpty().containsExactlyInAnyOrderElementsOf(declared);

        project.retort().upgrade("head");
        project.retort().downgrade("-1");
        assertNothingFound(project, db);
    }

    private static void assertNothingFound(WrittenProject project, TestDb db) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(Before.Bill.class))) {
            assertThat(project.difference(hibernate.metadata()).operations())
                    .extracting(Operation::describe)
                    .isEmpty();
        }
    }

    private static RevisionResult revision(WrittenProject project, TestDb db, Class<?> entity) {
        try (Bootstrap hibernate = Bootstrap.on(db).entities(List.of(entity))) {
            return project.revision("step", hibernate.metadata());
        }
    }

    private static String said(String live, String wanted, String declared) {
        return CheckExpression.declaredLike(new Check("c", live), new Check("c", wanted), new Check("c", declared))
                .expression();
    }
}
