package io.retort.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordSearchTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lock tables t write",
                "LOCK  /* all */  Tables t write",
                "execute immediate 'lock tables t write'",
                "prepare s from \"lock tables t write\"",
                "create procedure p() begin prepare s from 'lock tables `t` write'; end",
                "do $$ begin execute 'lock tables t write'; end $$",
                "/*!50000 lock tables t write */",
                "select 'it''s', 'lock tables t'",
                "select 'unclosed lock tables"
            })
    void findsWordsInCodeAndInTexts(String sql) {
        assertThat(WordSearch.in(sql).has("lock", "tables")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "block tables",
                "lock_tables",
                "lock, tables",
                "select 'lock' , 'tables'",
                "lock 'tables'",
                "lock tablespace",
                "unlock",
                ""
            })
    void doesNotFindPartsOfWordsOrWordsApart(String sql) {
        assertThat(WordSearch.in(sql).has("lock", "tables")).isFalse();
    }

    @Test
    void returnsWhatFollows() {
        assertThat(WordSearch.in("listen a; notify b; execute 'listen \"C d\"'").after("listen"))
                .extracting(TokenCursor::written)
                .containsExactly("a", "\"C d\"");
    }

    /** A pattern with a repeated group overflows the stack on long texts. */
    @Test
    void readsDeepAndLongTextsInTime() {
        String deep = "/* ' \" ` ".repeat(5_000);
        String wide = "select '" + "x ".repeat(200_000) + "lock tables'";

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(WordSearch.in(deep).has("lock")).isFalse();
            assertThat(WordSearch.in(wide).has("lock", "tables")).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table t (id int)",
                "-- a comment\n/* and one */ create table t (id int);",
                "create function f() returns int language sql as $$ select 1; $$",
                "comment on table session is 'x'",
                "create table temporary_files (note varchar(20) default 'a; b')"
            })
    void definitionsLeaveNothing(String sql) {
        assertThat(DefinitionStatement.isOnly(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set search_path = x",
                "create temporary table t (id int)",
                "create temp view v as select 1",
                "alter session set current_schema = x",
                "create table t (id int); set role x",
                "create table t (id int) /*! ; set sql_mode = '' */",
                "/*!50000 create table t (id int) */",
                "create table t (id int) /*M!100100 , note varchar(10) */",
                "insert into t values (1)",
                "create function f() returns void language plpgsql as $$ begin execute 'create temp table x ()'; end $$",
                ""
            })
    void everythingElseCanChangeTheSession(String sql) {
        assertThat(DefinitionStatement.isOnly(sql)).isFalse();
    }
}
