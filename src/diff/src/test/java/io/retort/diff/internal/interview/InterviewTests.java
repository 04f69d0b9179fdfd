package io.retort.diff.internal.interview;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.diff.author.Draft;
import io.retort.diff.author.SourceTree;
import io.retort.diff.author.SqlWriter;
import io.retort.diff.internal.compare.Comparison;
import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Answers;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Count;
import io.retort.diff.question.Evidence;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.Operation;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Interviews on values: the questions, the likely answers, and the resulting operations. */
class InterviewTests {

    private static final Evidence ROWS = new Told(new Count(7, false));
    private static final Evidence EMPTY = new Told(Count.NONE);
    private final List<Question> asked = new ArrayList<>();

    @Test
    void aFieldThatKeptItsNameGivesARenameAway() {
        compare(
                schema(table("customer", column("mail", varchar(50)), column("fax", varchar(50)))),
                schema(table("customer", column("address", varchar(50)), column("zip", varchar(50)))),
                ROWS,
                Map.of("customer.address", "mail"));
        assertThat(asked.get(0).subject()).isEqualTo("customer.mail");
        assertThat(asked.get(0).likely()).contains("r");
        assertThat(asked.get(0).choices().get(0).value()).isEqualTo("address");
        assertThat(asked.get(1).likely())
                .as("fax and zip have only a type in common")
                .isEmpty();
    }

    @Test
    void thePlaceOrdersWhatIsOtherwiseAlike() {
        compare(
                schema(table(
                        "customer", column("id", bigint()), column("fax", varchar(50)), column("city", integer()))),
                schema(table(
                        "customer", column("zip", varchar(50)), column("tum", varchar(50)), column("id", bigint()))),
                ROWS,
                Map.of());
        Question fax = asked.stream()
                .filter(question -> question.subject().equals("customer.fax"))
                .findFirst()
                .orElseThrow();
        assertThat(fax.offered())
                .filteredOn(choice -> choice.verb() == Verb.RENAME)
                .extracting(Choice::value)
                .containsExactly("tum");
        assertThat(fax.offered().get(0).meaning()).contains("same type, same position");
        assertThat(fax.likely()).as("a place alone is no proof").isEmpty();
    }

    @Test
    void anotherTypeIsNoRename() {
        compare(
                schema(table("customer", column("mail", varchar(50)))),
                schema(table("customer", column("mails", integer()))),
                ROWS,
                Map.of());
        assertThat(asked.get(0).offered()).extracting(Choice::verb).containsExactly(Verb.DROP, Verb.KEEP);
    }

    @Test
    void aRenameMayBeAnsweredThatNobodyWouldOffer() {
        assertThat(says(answer(
                        Verb.RENAME,
                        "mails",
                        schema(table("customer", column("mail", varchar(50)))),
                        schema(table("customer", column("mails", integer()))))))
                .containsExactly(
                        "~ column customer.mail renamed to mails", "~ column customer.mails varchar(50) -> integer");
    }

    @Test
    void smallTablesThatOnlyLookAlikeAreNotLikely() {
        Table color = table("color", column("id", bigint()), column("name", varchar(50)));
        Table brand = table("brand", column("id", bigint()), column("name", varchar(50)));
        compare(schema(color), schema(brand), ROWS, Map.of());
        assertThat(asked.get(0).likely()).isEmpty();
        assertThat(asked.get(0).describe()).anyMatch(line -> line.contains("--drop=color"));
    }

    @Test
    void anEmptyTableIsAskedAboutOnlyWhereAnotherDatabaseWouldFail() {
        Snapshot before = schema(table("customer", column("id", bigint()), column("name", varchar(50))));
        Snapshot after = schema(table(
                "customer",
                column("id", bigint()),
                column("name", varchar(20)).notNull(),
                column("tier", varchar(9)).notNull()));
        Comparison found = compare(before, after, EMPTY, Map.of());
        assertThat(says(found)).hasSize(2);
        assertThat(found.remarks())
                .containsExactly(
                        "Column customer.name becomes varchar(20); it was varchar(50). The compared database has no"
                                + " values and none that are longer than 20 characters; in others, the upgrade fails before it changes anything if"
                                + " there is one.");
        assertThat(asked).extracting(Question::kind).containsExactly("value-needed");
        asked.clear();
        compare(before, after, ROWS, Map.of());
        assertThat(asked).extracting(Question::kind).containsExactly("value-needed", "narrowed", "nulls");
    }

    @Test
    void aValueThatDoesNotFitIsRefused() {
        Snapshot before = schema(table("customer", column("id", bigint())));
        Snapshot after = schema(table(
                "customer", column("id", bigint()), column("age", integer()).notNull()));
        assertThatThrownBy(() -> answer(Verb.FILL, "old", before, after))
                .hasMessageContaining("Column customer.age is integer and cannot hold 'old'.");
        assertThat(says(answer(Verb.FILL, "'18'", before, after)))
                .containsExactly("+ column customer.age integer not null default 18");
        assertThat(says(answer(Verb.FILL, "sql:id % 100", before, after)))
                .containsExactly(
                        "+ column customer.age integer",
                        "! sql update customer set age = (id % 100) where age is null",
                        "~ column customer.age integer -> integer not null");
        assertThat(says(answer(Verb.NULLABLE, "", before, after))).containsExactly("+ column customer.age integer");
    }

    @Test
    void theFileReadsWellInSqlToo() {
        Snapshot before = schema(table("customer", column("id", bigint())));
        Snapshot after = schema(table(
                "customer", column("id", bigint()), column("age", integer()).notNull()));
        List<Operation> operations =
                answer(Verb.FILL, "sql:id % 100", before, after).operations();
        Draft draft = Draft.empty("a1", List.of(), "add age", Instant.EPOCH).reversing(operations);
        assertThat(new SqlWriter(SourceTree.of(Path.of("")), Dialects.named("postgresql"))
                        .write(draft)
                        .text())
                .contains("-- upgrade\n", "update customer set age = (id % 100) where age is null;\n")
                .contains("alter table customer alter column age set not null;\n"
                        + "-- means: alterColumn(\"customer\", column(\"age\", integer()), column(\"age\", integer()).notNull());\n"
                        + "\n-- downgrade\n")
                .endsWith("-- downgrade\nalter table customer alter column age drop not null;\n"
                        + "alter table customer drop column age;\n");
    }

    @Test
    void anSqlFileDeclaresATemporaryDefault() {
        Snapshot before = schema(table("customer", column("id", bigint())));
        Snapshot after = schema(table(
                "customer", column("id", bigint()), column("age", integer()).notNull()));
        List<Operation> operations = answer(Verb.FILL, "18", before, after).operations();
        Draft draft = Draft.empty("a1", List.of(), "add age", Instant.EPOCH).reversing(operations);
        assertThat(new SqlWriter(SourceTree.of(Path.of("")), Dialects.named("postgresql"))
                        .write(draft)
                        .text())
                .contains(
                        "alter table customer add column age integer default 18 not null;\n"
                                + "-- means: addColumn(\"customer\", column(\"age\", integer()).notNull().temporaryDefault(18));\n")
                .endsWith("-- downgrade\nalter table customer drop column age;\n");
    }

    @Test
    void aTableThatNobodyMadeIsNeverDropped() {
        Snapshot before = schema(table("legacy", column("id", bigint())));
        Interview interview = new Interview(Dialects.named("postgresql"), ROWS, this::meanwhile, Map.of());
        Comparison found =
                interview.compare(new ComparisonContext(before, Snapshot.EMPTY, Snapshot.EMPTY, name -> false));
        assertThat(found.operations()).isEmpty();
        assertThat(found.notOurs()).containsExactly(QualifiedName.parse("legacy"));
        assertThat(asked).isEmpty();
    }

    @Test
    void everyWayBackIsComplete() {
        Snapshot before = schema(table("customer", column("id", bigint()), column("name", varchar(50))));
        Snapshot after = schema(table(
                "customer", column("id", bigint()), column("title", varchar(20)).notNull()));
        List<Operation> operations =
                compare(before, after, ROWS, Map.of("customer.title", "name")).operations();
        assertThat(Operation.apply(operations, before)).isEqualTo(after);
        assertThat(Operation.apply(Operation.reverse(operations).orElseThrow(), after))
                .isEqualTo(before);
    }

    private Comparison compare(Snapshot before, Snapshot after, Evidence evidence, Map<String, String> names) {
        Interview interview = new Interview(Dialects.named("postgresql"), evidence, this::meanwhile, names);
        return interview.compare(new ComparisonContext(before, after, after, name -> true));
    }

    /** Accepts likely renames, fills nulls, and truncates values. */
    private Optional<Answer> meanwhile(Question question) {
        asked.add(question);
        return Optional.of(
                question.kind().equals("nulls")
                        ? new Answer(Verb.FILL, "x")
                        : question.kind().equals("narrowed") ? new Answer(Verb.CUT, "") : question.meanwhile());
    }

    private static Comparison answer(Verb verb, String value, Snapshot before, Snapshot after) {
        Answers one = question ->
                Optional.of(question.choices(verb).isEmpty() ? question.meanwhile() : new Answer(verb, value));
        return new Interview(Dialects.named("postgresql"), ROWS, one, Map.of())
                .compare(new ComparisonContext(before, after, after, name -> true));
    }

    private static List<String> says(Comparison comparison) {
        return comparison.operations().stream()
                .map(Operation::describe)
                .filter(line -> !line.startsWith("! sql do $retort$"))
                .toList();
    }

    private static Snapshot schema(Table... tables) {
        return new Snapshot(List.of(tables), List.of(), List.of());
    }

    private static Table table(String name, Table.Element... elements) {
        return Table.of(QualifiedName.parse(name), Arrays.asList(elements));
    }

    /** Evidence in which every count is the same. */
    private record Told(Count count) implements Evidence {

        @Override
        public Count rows(QualifiedName table) {
            return count;
        }

        @Override
        public Count rows(QualifiedName table, String column, String condition) {
            return count;
        }

        @Override
        public Count distinct(QualifiedName table, String column) {
            return count;
        }

        @Override
        public Count duplicates(QualifiedName table, List<String> columns) {
            return count;
        }

        @Override
        public Count orphans(
                QualifiedName table,
                List<String> columns,
                QualifiedName referencedTable,
                List<String> referencedColumns) {
            return count;
        }

        @Override
        public Count violations(QualifiedName table, List<String> columns, String condition) {
            return count;
        }
    }
}
