package io.retort.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.schema.Column;
import io.retort.schema.Constraint.Check;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names in expressions: only those of columns count, and only they are renamed. */
class ColumnReferencesTests {

    private static final QualifiedName TABLE = QualifiedName.parse("t");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            a > 0                                   | b > 0
            (a)::text = 'a'                         | (b)::text = 'a'
            "a b" > 0 and a > 0                     | "a b" > 0 and b > 0
            `a b` > 0 and `a` > 0                   | `a b` > 0 and `b` > 0
            "say ""a""\" > 0 and "a" > 0             | "say ""a""\" > 0 and "b" > 0
            a(a) > 0                                | a(b) > 0
            a(10)                                   | b(10)
            x::a > a                                | x::a > b
            cast(x as a) > a                        | cast(x as a) > b
            PUBLIC.A.A > 0                          | PUBLIC.A.B > 0
            A is not null                           | B is not null
            é > 0 and éa > 0 and a$ > 0 and a > 0   | é > 0 and éa > 0 and a$ > 0 and b > 0
            a > 0 /* a */ -- a                      | b > 0 /* a */ -- a
            'it''s a' <> a                          | 'it''s a' <> b
            """)
    void onlyColumnsAreRenamed(String before, String after) {
        assertThat(renamed(before, "a", "b")).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            a         | "B ""x"" y" | a > 0     | "B ""x"" y" > 0
            a         | "B `x"      | `a` > 0   | `B ``x` > 0
            "A x"     | b           | "A x" > 0 | b > 0
            a         | b           | "A" > 0   | "B" > 0
            """)
    void quotesAreThoseOfTheNewName(String from, String to, String before, String after) {
        assertThat(renamed(before, from, to)).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({
        "a(x) > 0, false",
        "a(10), true",
        "a(), false",
        "a > 0, true",
        "x > 'a', false",
        "x::a > 0, false",
        "t.a > 0, true",
        "a.x > 0, false"
    })
    void aColumnIsNoFunctionNoTypeAndNoTable(String expression, boolean found) {
        assertThat(ColumnReferences.of("a", expression)).isEqualTo(found);
    }

    private static String renamed(String expression, String from, String to) {
        Table table = new Table(
                TABLE,
                List.of(new Column(from, SqlType.of(SqlType.Kind.INTEGER))),
                List.of(new Check("ck", expression)),
                List.of(),
                null);
        Snapshot renamed =
                RenamedReferences.follow(new Snapshot(List.of(table), List.of(), List.of()), TABLE, from, to);
        return renamed.table(TABLE)
                .orElseThrow()
                .constraintsOf(Check.class)
                .findFirst()
                .orElseThrow()
                .expression();
    }
}
