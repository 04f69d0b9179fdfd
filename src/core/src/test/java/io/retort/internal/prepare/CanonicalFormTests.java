package io.retort.internal.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.gen.Change;
import io.retort.operation.golden.Sample;
import io.retort.operation.golden.Samples;
import io.retort.sql.SqlSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The forms from which checksums in users' history tables are computed. A change of a line makes applied revisions count as
 * edited; {@code -Dgolden.write} writes the file only for new operations.
 */
class CanonicalFormTests {

    private static final Path FILE = Path.of("src/test/resources/canonical-forms.txt");

    @Test
    void theFormOfAnOperationStays() throws IOException {
        String forms = Samples.all().stream()
                .map(sample -> sample.name() + ": " + form(sample.operation()) + "\n")
                .sorted()
                .collect(Collectors.joining());
        if (System.getProperty("golden.write") != null) {
            Files.writeString(FILE, forms);
        }

        assertThat(forms).isEqualTo(Files.readString(FILE));
    }

    /** So that applied revisions do not count as edited when a method of {@code op} gets another name. */
    @Test
    void aFormDoesNotContainTheNameOfAMethod() {
        for (Sample sample : Samples.all()) {
            String method = sample.operation().java().method();
            if (!(sample.operation() instanceof DataOperation)) {
                assertThat(form(sample.operation())).doesNotContain(method);
            }
        }
    }

    @Test
    void aReverseHasAnotherForm() {
        for (Sample sample : Samples.all()) {
            sample.operation()
                    .reverse()
                    .ifPresent(back -> assertThat(form(back)).isNotEqualTo(form(sample.operation())));
        }
    }

    /** Of a hand-written statement, the form contains neither its undo nor the number of rows. */
    @Test
    void operationsWithDifferentSourceHaveDifferentForms() {
        Map<String, String> sources = new HashMap<>();
        Change.ANY.forAll(change -> {
            if (!(change.operation() instanceof DataOperation.Execute)) {
                String source = change.operation().java().source("op", 0);
                assertThat(sources.merge(form(change.operation()), source, (old, same) -> old))
                        .isEqualTo(source);
            }
        });
    }

    @Test
    void aNumberIsItsDigits() {
        assertThat(CanonicalText.of("row")
                        .put("long", 1L)
                        .put("int", 1)
                        .put("none", null)
                        .put("no", false)
                        .toString())
                .isEqualTo("row{long=1 int=1}");
    }

    @Test
    void aQuoteInATextDoesNotEndIt() {
        assertThat(CanonicalText.of("row").put("text", "a\" b=\"\\").toString())
                .isEqualTo("row{text=\"a\\\" b=\\\"\\\\\"}");
    }

    private static String form(Operation operation) {
        return operation.accept(new CanonicalForm(SqlSyntax.STANDARD)).toString();
    }
}
