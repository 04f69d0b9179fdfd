package io.retort.diff.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.dialect.Identifiers;
import io.retort.internal.dialect.Dialects;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckNamesTests {

    private static final Identifiers POSTGRESQL = Dialects.named("postgresql").identifiers();

    @Test
    void aConditionOnOneColumnIsNamedAfterIt() {
        CheckNames names = new CheckNames(POSTGRESQL, "account", List.of("low", "high"));
        assertThat(names.next("low > 0 and LOW < 10")).isEqualTo("account_low_check");
        assertThat(names.next("low < high")).isEqualTo("account_check");
        assertThat(names.next("'high' = 'low'")).isEqualTo("account_check1");
        assertThat(names.next("low <> 5")).isEqualTo("account_low_check1");
    }

    @Test
    void aNameThatMustBeQuotedStaysSo() {
        CheckNames names = new CheckNames(POSTGRESQL, "\"Order\"", List.of("total"));
        assertThat(names.next("total > 0")).isEqualTo("\"Order_total_check\"");
    }

    @Test
    void aLongNameLosesItsLongerPart() {
        String table = "t".repeat(60);
        String name = new CheckNames(POSTGRESQL, table, List.of("total")).next("total > 0");
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSize(63);
        assertThat(name).endsWith("t_total_check");
    }
}
