package io.retort.diff.internal.interview;

import static io.retort.migration.Definitions.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.schema.Constraint.Check;
import io.retort.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckedValuesTests {

    private static final Table ITEM =
            table("item", column("state", varchar(20)), column("col1", integer()), column("n", integer()));

    @Test
    void theTextsOfAListAreItsValues() {
        assertThat(values("state in ('NEW', 'it''s', 'A < B')")).containsExactly("NEW", "it's", "A < B");
        assertThat(values("((state)::text = ANY (ARRAY['NEW'::text, 'DONE'::text]))"))
                .containsExactly("NEW", "DONE");
    }

    @Test
    void theNumbersOfARangeAreItsValues() {
        assertThat(values("n between 0 and 2")).containsExactly("0", "1", "2");
        assertThat(values("((n >= 0) AND (n <= 2))")).containsExactly("0", "1", "2");
        assertThat(values("n = 0")).containsExactly("0");
        assertThat(values("n > 0 and n < 5")).isEmpty();
    }

    /** The digit is part of the name. */
    @Test
    void aDigitInTheNameOfAColumnIsNoBound() {
        assertThat(values("((col1 >= 0) AND (col1 <= 2))")).containsExactly("0", "1", "2");
    }

    @Test
    void aCheckOfSeveralColumnsListsNoValues() {
        assertThat(values("state in ('NEW') or n = 1")).isEmpty();
        assertThat(values("state <> '" + "n".repeat(5000) + "'")).isEmpty();
    }

    private static List<String> values(String expression) {
        return CheckedValues.of(new Check("ck", expression), ITEM).values();
    }
}
