package io.retort.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.sql.SqlSyntax;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlSplitterTests {

    private static final SqlSyntax POSTGRESQL = syntax("postgresql");
    private static final SqlSyntax MARIADB = syntax("mariadb");
    private static final SqlSyntax SQLITE = syntax("sqlite");
    private static final SqlSyntax SQLSERVER = syntax("sqlserver");

    private static SqlSyntax syntax(String product) {
        return Dialects.named(product).syntax();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "mysql", "h2", "hsqldb", "sqlite", "sqlserver"})
    void everyProductSplitsAtSemicolonsOutsideOfStringsNamesAndComments(String product) {
        SqlSyntax syntax = syntax(product);
        assertThat(statements("create table a (id int);\n\ncreate table b (id int)", syntax))
                .containsExactly("create table a (id int)", "create table b (id int)");
        assertThat(statements("insert into a values ('x;''y;'); -- one; two\nselect \"a;b\" /* ; */ from a;", syntax))
                .containsExactly("insert into a values ('x;''y;')", "select \"a;b\" /* ; */ from a");
        assertThat(statements("-- first\n\n/* second */ select 1; -- third\n", syntax))
                .containsExactly("select 1");
        assertThat(statements(" ;; -- x\n;", syntax)).isEmpty();
    }

    @Test
    void commentsNestWhereTheDatabaseNestsThem() {
        String off = "/* off: /* old */ drop table customer; -- */\nselect 1;";
        assertThat(statements(off, POSTGRESQL)).containsExactly("select 1");
        assertThat(statements(off, MARIADB)).containsExactly("drop table customer", "select 1");
    }

    @Test
    void postgresqlHasStringsOfManyKinds() {
        for (String one : List.of(
                "select E'it\\'s; ' || 'a\\'",
                "select E'a'\n  'b\\\\;'",
                "select $é$ ; $a$ ; $é$",
                "select U&'\\;' || x'00'",
                "create rule r as on insert to t do also (insert into a values (1); insert into b values (2))")) {
            assertThat(statements(one + ";select 2", POSTGRESQL)).containsExactly(one, "select 2");
        }
    }

    @Test
    void aStringThatTheDriverMisreadsIsRefused() {
        assertThatThrownBy(() -> statements("select E'a'\n'b\\'; c';", POSTGRESQL))
                .hasMessageContaining("Line 1 ");
        assertThat(statements("select E'a'\n'b;\\\\';", POSTGRESQL)).hasSize(1);
        assertThat(statements("select /*/ ; */ 1;", POSTGRESQL)).containsExactly("select /* / ; */ 1");
    }

    @Test
    void aFunctionsBodyEndsWithItsEnd() {
        String routine =
                "create procedure p() begin atomic select case when 1 = 1 then 2 end; select 3 as \"end\"; end";
        assertThat(statements(routine + "; select 4", POSTGRESQL)).containsExactly(routine, "select 4");
    }

    @Test
    void mariadbReadsDashesAndBackslashesInItsOwnWay() {
        assertThat(statements("select 5--1;select 'it\\'s;';select \"a\\\";\"; # x;\nselect 2", MARIADB))
                .containsExactly("select 5--1", "select 'it\\'s;'", "select \"a\\\";\"", "select 2");
        SqlSyntax plain = SqlMode.in(MARIADB, "STRICT_TRANS_TABLES,NO_BACKSLASH_ESCAPES,ANSI_QUOTES");
        assertThat(statements("select 'a\\';select \"a\\\";", plain)).containsExactly("select 'a\\'", "select \"a\\\"");
    }

    @Test
    void aModeThatAScriptSetsCountsFromThereOn() {
        assertThat(statements("set sql_mode = 'NO_BACKSLASH_ESCAPES';select 'a\\';select 2", MARIADB))
                .hasSize(3);
        assertThat(statements("set standard_conforming_strings to off;select 'a\\';';select 2", POSTGRESQL))
                .hasSize(3);
        assertThatThrownBy(() -> statements("set sql_mode = @old;\nselect 'a\\';", MARIADB))
                .hasMessageContaining("Line 2 ")
                .hasMessageContaining("line 1");
    }

    @Test
    void blocksOfRoutinesAreOneStatementWithAndWithoutADelimiter() {
        String routine = """
                create definer = root@localhost procedure if not exists p(in a decimal(10,2)) comment 'x;'
                l: begin
                  declare x int default if(1, 2, 3);
                  declare continue handler for not found, sqlstate '02000' begin set @a = 1; end;
                  if (a > 1) and if(1, 0, 1) then set @a = case when 1 then 2 end; elseif 0 then leave l; else set @b = 1; end if;
                  case a when 1 then begin end; else iterate l; end case;
                  m: loop leave m; end loop m;
                  while a < case 1 when 1 then 2 end do set a = a + 1; end while;
                  repeat set a = a + 1; until a > 5 end repeat;
                  for i in 1..2 do select i; end for;
                end l""";
        assertThat(statements(routine + ";\nselect 1;", MARIADB)).containsExactly(routine, "select 1");
        assertThat(statements("DELIMITER //\n" + routine + "//\ndelimiter ;\nselect 1;", MARIADB))
                .containsExactly(routine, "select 1");
        assertThat(statements("delimiter $$\ndrop procedure p; " + routine + "; select 2$$", MARIADB))
                .containsExactly("drop procedure p", routine, "select 2");
    }

    @Test
    void aBlockIsAStatementOfMariadb() {
        assertThat(statements("begin not atomic select 1; end;select 2", MARIADB))
                .hasSize(2);
        assertThat(statements("begin;select 2", MARIADB)).hasSize(2);
        assertThat(statements("if 1 then select 1; end if;select 2", MARIADB)).hasSize(2);
    }

    @Test
    void executableCommentsAreStatements() {
        assertThat(statements("/*!40101 set names utf8mb4 */;/* no */;/*M!100000 select ';' */;", MARIADB))
                .containsExactly("/*!40101 set names utf8mb4 */", "/*M!100000 select ';' */");
        assertThatThrownBy(() -> statements(
                        "/*!50003 create trigger t before insert on x for each row begin ; end */;", MARIADB))
                .hasMessageContaining("DELIMITER");
        assertThat(statements(
                        "DELIMITER ;;\n/*!50003 create trigger t before insert on x for each row begin ; end */;;",
                        MARIADB))
                .hasSize(1);
    }

    @Test
    void sqlitesTriggersHaveABody() {
        String trigger =
                "create temp trigger t after update of a, b on x when case when 1 then 1 end begin update x set a ="
                        + " case when b then 1 else 2 end; delete from [a;b]; end";
        assertThat(statements(trigger + ";begin;end;select 1", SQLITE))
                .containsExactly(trigger, "begin", "end", "select 1");
        assertThat(statements("select 1; /* open", SQLITE)).containsExactly("select 1");
    }

    @Test
    void goEndsABatchOfSqlServer() {
        assertThat(statements(
                        "create table a (b int)\nGO\ncreate procedure p as select 1; select 2;\ngo\nselect 3; select 4",
                        SQLSERVER))
                .containsExactly(
                        "create table a (b int)", "create procedure p as select 1; select 2", "select 3", "select 4");
        assertThat(statements(
                        "declare @a int = 1; select @a;\nGO\nif 1=1 begin select 1; begin tran; commit; end; select 2",
                        SQLSERVER))
                .containsExactly(
                        "declare @a int = 1; select @a", "if 1=1 begin select 1; begin tran; commit; end", "select 2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgresql | select 'a                              | opens ' and does not close it
            postgresql | select $x$ a $$                        | opens $x$ and does not close it
            postgresql | /* a /* b */ select 1;                 | opens a comment with /* and does not close it
            postgresql | \\i other.sql                          | command of a database client
            postgresql | select 1 \\g                           | backslash outside of quotes
            postgresql | copy a from stdin;                     | copies from stdin
            postgresql | delimiter //                           | command of a database client
            mariadb    | source x.sql                           | command of a database client
            mariadb    | delimiter go                           | declares a delimiter
            mariadb    | create procedure p() begin select 1;   | has no "end"
            mariadb    | create procedure p() if a then select 1;   | has no "end if"
            mariadb    | select 1; end;                         | part of the body of a routine
            mariadb    | create procedure p() as begin null; end; | whose end only the database can determine
            sqlite     | .tables                                | command of a database client
            sqlite     | create trigger t after insert on x begin select 1; | has no "end"
            h2         | <<<<<<< HEAD                           | merge of two versions
            """)
    void whatCannotBeSplitIsRefusedWithItsLine(String product, String script, String why) {
        assertThatThrownBy(() -> statements("select 0;\n" + script, syntax(product)))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("Line 2 of the revision in x.sql")
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "h2", "sqlite"})
    void lengthIsNoMatter(String product) {
        String text = "select '" + "it''s ".repeat(200_000) + "'";
        assertThat(statements(text + ";" + "/* x */".repeat(100_000), syntax(product)))
                .containsExactly(text);
    }

    private static List<String> statements(String sql, SqlSyntax syntax) {
        return SqlSplitter.split(sql, syntax, "x.sql").stream()
                .map(ScriptStatement::text)
                .toList();
    }
}
