package io.retort.diff.internal.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HsqldbQuirksTests {

    @Test
    void columnsAndTheirTablesAreQuotedAndNothingElse() {
        assertThat(stableSpelling("(T.A>=0) AND (T.\"rank\"<=2)"))
                .isEqualTo("(\"T\".\"A\">=0) AND (\"T\".\"rank\"<=2)");
        assertThat(stableSpelling("\"T\".A IS NULL")).isEqualTo("\"T\".\"A\" IS NULL");
        assertThat(stableSpelling("T.\"a.B.c\">0")).isEqualTo("\"T\".\"a.B.c\">0");
        assertThat(stableSpelling("AREA.T.A>1.5")).isEqualTo("\"AREA\".\"T\".\"A\">1.5");
    }

    @Test
    void functionsAndTextsStayAsTheyAre() {
        assertThat(stableSpelling("PUBLIC.FUNC(T.A)>'T.A'")).isEqualTo("PUBLIC.FUNC(\"T\".\"A\")>'T.A'");
        assertThat(stableSpelling("VALUE IN (('A'),('B.C'))")).isEqualTo("VALUE IN (('A'),('B.C'))");
        assertThat(stableSpelling("T.A>1.0E5")).isEqualTo("\"T\".\"A\">1.0E5");
    }

    private static String stableSpelling(String expression) {
        return new HsqldbQuirks().stableSpelling(expression);
    }
}
