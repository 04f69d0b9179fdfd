package io.retort.run.source.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SqlSplitterTests {

    @Test
    void semicolonsEndStatementsAndTheLastNeedsNone() {
        assertThat(statements("create table a (id int);\n\ncreate table b (id int)"))
                .containsExactly("create table a (id int)", "create table b (id int)");
    }

    @Test
    void semicolonsInStringsNamesAndCommentsDoNotEndAStatement() {
        assertThat(statements("insert into a values ('x;''y;'); -- one; two\nselect \"a;b\", `c;d` /* ; */ from a;"))
                .containsExactly("insert into a values ('x;''y;')", "select \"a;b\", `c;d` /* ; */ from a");
    }

    @Test
    void dollarQuotesAreOneStatement() {
        String function = "create function f() returns int as $body$ begin; select 1; $$ ; end $body$ language sql";
        assertThat(statements(function + ";select 2")).containsExactly(function, "select 2");
    }

    @Test
    void aRoutinesBodyIsOneStatement() {
        String routine = "create procedure p() begin atomic select case when 1 = 1 then 2 end; select 3; end";
        assertThat(statements(routine + "; select 4")).containsExactly(routine, "select 4");
    }

    @Test
    void commentsBetweenStatementsAreLeftOut() {
        assertThat(statements("-- first\n\n/* second */ select 1; -- third\n")).containsExactly("select 1");
    }

    @Test
    void nothingIsNoStatement() {
        assertThat(statements(" ;; -- x\n;")).isEmpty();
    }

    @Test
    void longStringsDoNotOverflowTheStack() {
        String text = "select '" + "it''s ".repeat(200_000) + "'";
        assertThat(statements(text + ";")).containsExactly(text);
    }

    private static List<String> statements(String sql) {
        return SqlSplitter.statements(sql, "x.sql");
    }
}
