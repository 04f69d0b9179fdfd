package io.retort.diff.internal.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HsqldbQuirksTests {

    @Test
    void columnsAndTheirTablesAreQuotedAndNothingElse() {
        assertThat(settled("(T.A>=0) AND (T.\"rank\"<=2)")).isEqualTo("(\"T\".\"A\">=0) AND (\"T\".\"rank\"<=2)");
        assertThat(settled("\"T\".A IS NULL")).isEqualTo("\"T\".\"A\" IS NULL");
        assertThat(settled("T.\"a.B.c\">0")).isEqualTo("\"T\".\"a.B.c\">0");
        assertThat(settled("AREA.T.A>1.5")).isEqualTo("\"AREA\".\"T\".\"A\">1.5");
    }

    @Test
    void functionsAndTextsStayAsTheyAre() {
        assertThat(settled("PUBLIC.FUNC(T.A)>'T.A'")).isEqualTo("PUBLIC.FUNC(\"T\".\"A\")>'T.A'");
        assertThat(settled("VALUE IN (('A'),('B.C'))")).isEqualTo("VALUE IN (('A'),('B.C'))");
        assertThat(settled("T.A>1.0E5")).isEqualTo("\"T\".\"A\">1.0E5");
    }

    private static String settled(String expression) {
        return new HsqldbQuirks().settled(expression);
    }
}
