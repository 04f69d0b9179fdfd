package io.retort.internal.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.retort.error.RetortException;
import io.retort.lint.Finding.Waiver;
import io.retort.migration.Operations;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.gen.Change;
import io.retort.operation.gen.Gen;
import io.retort.operation.golden.Sample;
import io.retort.operation.golden.Samples;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that {@code java()} writes is read as an equal operation, and any other text is refused with its place. */
class OperationReaderTests {

    private static final SourcePlaces PLACE = offset -> "Offset " + offset;

    static List<Sample> samples() {
        return Samples.all().stream()
                .filter(sample -> !(sample.operation() instanceof DataOperation.Work))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyKindOfOperationIsReadBack(Sample sample) {
        assertThat(readBack(sample.operation())).isEqualTo(plainly(List.of(sample.operation())));
    }

    @Test
    void anyOperationIsReadBack() {
        Change.ANY.forAll(
                change -> assertThat(readBack(change.operation())).isEqualTo(plainly(List.of(change.operation()))));
    }

    /** A character that changes the direction of text would show a reviewer other code than the one that runs. */
    @ParameterizedTest
    @ValueSource(strings = {"turn\u202eed", "\\\u202e", "zero\u200bwidth", "del\u007f", "line\u2028", "tab\t\\u202e"})
    void invisibleCharactersAreEscapedAndReadBack(String text) {
        Operation operation = new DataOperation.Execute(text, "");
        String source = operation.java().source(0);
        assertThat(source.chars()).allMatch(sign -> sign >= ' ' && sign < 0x7f);
        assertThat(OperationReader.read(source, offset -> "")).containsExactly(operation);
    }

    @Test
    void anyDeclarationIsReadBack() {
        Change.DECLARED.forAll(
                change -> assertThat(readBack(change.operation())).isEqualTo(List.of(change.operation())));
    }

    /** A revision that Retort writes is read without compiling it. */
    @Test
    void anyOperationIsReadFromARevisionToo() {
        Change.ANY.forAll(change -> {
            String text =
                    "import x.Y; // { \"\n/** It's a {\" comment. */\n@Revision(id = \"aa1\", message = \"a } b\")\n"
                            + "public class Raa1_x implements Migration {\n    @Override\n"
                            + "    public void upgrade(Operations op) {\n        /* first { */ "
                            + change.operation().java().source("op", 8) + "; // \"then\n    }\n}\n";
            JavaRevisionText revision = new JavaRevisionText(text, "Raa1_x.java");

            assertThat(revision.declares("aa1")).isTrue();
            assertThat(plainly(Operations.collect(revision.migration()::upgrade)))
                    .isEqualTo(plainly(List.of(change.operation())));
        });
    }

    @Test
    void anOperationWithAWaiverIsReadFromARevision() {
        String text = "@Revision(id = \"aa1\")\npublic class Raa1_x implements Migration {\n"
                + "    public void upgrade(Operations op) {\n"
                + "        op.allow(\"drop-column\", \"not mapped\", o -> o.dropColumn(\"t\", \"x\"));\n    }\n}\n";

        assertThat(Operations.declaredBy(new JavaRevisionText(text, "Raa1_x.java").migration()::upgrade))
                .singleElement()
                .satisfies(declared -> {
                    assertThat(declared.operation().describe()).isEqualTo("- column t.x");
                    assertThat(declared.waivers()).extracting(Waiver::reason).containsExactly("not mapped");
                });
    }

    private static List<Object> readBack(Operation operation) {
        return plainly(OperationReader.read(operation.java().source(0) + ";\n", PLACE));
    }

    /** Byte arrays are only equal to themselves. */
    private static List<Object> plainly(List<Operation> operations) {
        return operations.stream()
                .<Object>map(operation -> operation instanceof DataOperation.Insert insert
                        ? List.of(insert.table(), insert.columns(), text(insert.rows()))
                        : operation)
                .toList();
    }

    private static String text(List<? extends List<?>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<?> row : rows) {
            for (Object value : row) {
                text.append(value instanceof byte[] bytes ? java.util.Arrays.toString(bytes) : value)
                        .append(value == null ? "" : value.getClass())
                        .append('|');
            }
        }
        return text.toString();
    }

    @Test
    void callsAreSeparatedBySemicolons() {
        assertThat(OperationReader.read("dropTable(\"a\"); dropTable(\"b\");\ndropTable(\"c\")", PLACE))
                .extracting(Operation::describe)
                .containsExactly("- table a", "- table b", "- table c");
        assertThat(OperationReader.read(" \n ", PLACE)).isEmpty();
    }

    /** The JDK's own reading of escapes is the oracle. */
    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\r", "\\t", "\\b", "\\f", "\\s", "\\\"", "\\'", "\\\\", "\\\\n", "\\\\\\t"})
    void anEscapeIsReadAsJavaReadsIt(String escape) {
        String read = OperationReader.read("execute(\"select '" + escape + "x'\");", PLACE)
                .get(0)
                .toString();

        assertThat(read).contains("select '" + escape.translateEscapes() + "x'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            addColum("a", column("b", bigint()))            | Offset 0 calls addColum(...), which is not a method of op. | Write addColumn
            addColumn("a", colum("b", bigint()))            | Offset 15 calls colum(...), which is not a method of Definitions. | Write column
            addColumn("a", column("b", bigint()).notnull()) | Offset 37 calls notnull(...), which is not a method of Column. | Write notNull.
            addColumn("a", column("b", varchar("20")))      | Offset 27 calls varchar(String), which does not exist. | Write varchar(int).
            addColumn("a", "b")                             | Offset 0 calls addColumn(String, String), which does not exist. | Write addColumn(String, Column)
            addColumn("a", column("b", varchar(LENGTH)))    | Offset 35 contains LENGTH, which is neither a literal nor a constant of Definitions. | Write the value itself
            addColumn(name, column("b", bigint()))          | Offset 10 contains name, which is neither a literal | Write the value itself
            addColumn("a" + "b", column("b", bigint()))     | Offset 14 contains +, which is not a literal call. | Write a call with literal values
            dropTable(System.getenv("HOME"))                | Offset 17 calls System.getenv, which is not one of the values | Write a literal
            dropTable(new java.io.File("a"))                | Offset 22 calls new java.io.File, which is not one of the values | Write a literal
            dropTable(java.lang.Runtime.getRuntime().exec("a")) | Offset 28 calls java.lang.Runtime.getRuntime, which | Write a literal
            dropTable("a".getClass())                       | Offset 13 has . in place of , | Write a call
            dropTable(column("a", bigint()).getClass())     | Offset 32 calls getClass(...), which is not a method of Column. | Write a call
            dropTable(column("a", bigint()).type())         | Offset 32 calls type(...), which is not a method of Column. | Write
            op.dropTable("a")                               | Offset 0 calls a method of op. | Write a call
            dropTable("a") dropTable("b")                   | Offset 15 has dropTable in place of ;. | Write a call
            dropTable(null)                                 | Offset 0 calls dropTable(null), which does not exist. | Write dropTable(String
            addConstraint("a", check("ck", null))           | Offset 19 calls check(String, null), which does not exist. | Write check(String, String).
            work("a", null)                                 | Offset 0 declares work(...), whose argument is Java code. | Declare the operations
            reverse(op -> {})                               | Offset 0 declares reverse(...), whose argument is Java code. | Declare the operations
            addColumn("a", column("b", varchar(99999999999))) | Offset 35 contains 99999999999, which is not a valid number. | Write a number
            addColumn("a", column("b", varchar(0x20)))      | Offset 35 contains 0x20, which is not a valid number. | Write a number
            dropTable("a                                    | Offset 10 opens a string and never closes it. | Write it in one string
            dropTable(\"""a\""")                            | Offset 10 contains a text block. | Write it in one string
            dropTable("\\q")                                | Offset 11 contains an unknown escape in a string. | Write it in one string
            dropTable("a" /* all */)                        | Offset 14 contains /, which is not a literal call. | Write a call
            droptable("ü")                                  | Offset 0 calls droptable(...), which is not a method of op. | Write dropTable
            größe("a")                                      | Offset 2 contains ö, which is not a literal call. | Write a call
            rebuildTable(table("a"), c -> { dropTable("a"); }) | Offset 32 calls dropTable without c. | Write c.dropTable(...)
            insert("a", row(1), row(1))                     | Offset 0 calls insert(String, list, list), which does not exist. | Write insert(String, List, List[]) or insert(String, Rows).
            insert("a", columns("b"), row(1, 2))            | Offset 0 calls insert(...) with values that it refuses: a row has 2 values | Correct the values.
            addColumn("a", column("b", bigint()).defaultValue(bigint())) | Offset 37 calls defaultValue(SqlType), which does not exist. | Write defaultValue(Object).
            """)
    void anythingElseIsRefusedWithItsPlaceAndWhatToWrite(String text, String what, String action) {
        assertThatThrownBy(() -> OperationReader.read(text, PLACE))
                .isInstanceOfSatisfying(RetortException.class, refused -> {
                    assertThat(refused.what()).startsWith(what).endsWith(".");
                    assertThat(refused.action()).startsWith(action).matches("(?s).*[.;]");
                });
    }

    @Test
    void aSchemaChangeIsNeitherRowsNorSql() {
        for (String text : List.of("execute(\"drop table a\")", "insert(\"a\", columns(\"b\"), row(1))")) {
            assertThatThrownBy(() -> OperationReader.schemaChanges("dropTable(\"x\"); " + text, PLACE))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("Offset 16 declares ")
                    .hasMessageContaining("which does not change the schema");
        }
    }

    static List<String> hostile() {
        int many = 1 << 20;
        return List.of(
                "(".repeat(many),
                "a(".repeat(many / 2),
                "dropTable(\"" + "x".repeat(many),
                "dropTable(" + "x".repeat(many) + ")",
                "x".repeat(many) + "(\"a\")",
                "dropTable(" + "x.".repeat(many / 2) + "y(1))",
                "dropTable(" + "(Object) ".repeat(many / 9) + "null)",
                "addColumn(\"a\", column(\"b\", bigint())" + ".notNull()".repeat(many / 10) + ")",
                "addColumn(\"a\", column(\"b\", " + "arrayOf(".repeat(many / 8) + "bigint()" + ")".repeat(many / 8)
                        + "))",
                "rebuildTable(" + "c -> { c.rebuildTable(".repeat(many / 22),
                "insert(\"a\", columns(\"b\"), row(new java.math.BigInteger(\"" + "9".repeat(many) + "\")))",
                "addColumn(\"a\", column(\"b\", bigint()).defaultValue(" + "9".repeat(many) + "))",
                "\u202e\ud800\u0000".repeat(many / 3),
                "dropTable(\"\\u" + "u".repeat(many) + "0041\")",
                "-".repeat(many),
                ";".repeat(many));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    @Timeout(20)
    void hostileTextFailsClearly(String text) {
        Throwable thrown = catchThrowable(() -> OperationReader.read(text, PLACE));

        assertThat(thrown)
                .isInstanceOfSatisfying(
                        RetortException.class,
                        refused -> assertThat(refused.getMessage())
                                .startsWith("Offset ")
                                .hasSizeLessThan(2000));
    }

    @Test
    void aLargeDeclarationIsReadInReasonableTime() {
        String columns = ", column(\"b\", varchar(20)).notNull()".repeat(20_000);

        assertThat(org.junit.jupiter.api.Assertions.assertTimeout(
                        Duration.ofSeconds(20), () -> OperationReader.read("createTable(\"a\"" + columns + ")", PLACE)))
                .hasSize(1);
    }

    /** Valid text with a few changed characters is either read or refused; it does nothing else. */
    @Test
    void mutilatedTextIsReadOrRefused() {
        Gen<String> text = Change.ANY.then(change -> random -> mutilated(change.operation(), random));
        text.forAll(source -> {
            Throwable thrown = catchThrowable(() -> OperationReader.read(source, PLACE));
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(RetortException.class).hasMessageStartingWith("Offset ");
            }
        });
    }

    private static String mutilated(Operation operation, SplittableRandom random) {
        StringBuilder source = new StringBuilder(operation.java().source(0));
        String signs = "()\"\\,.;{}->ux1L ";
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            int at = random.nextInt(source.length());
            char sign = signs.charAt(random.nextInt(signs.length()));
            switch (random.nextInt(3)) {
                case 0 -> source.setCharAt(at, sign);
                case 1 -> source.insert(at, sign);
                default -> source.delete(at, Math.min(source.length(), at + random.nextInt(1, 9)));
            }
            if (source.isEmpty()) {
                source.append('x');
            }
        }
        return source.toString();
    }
}
