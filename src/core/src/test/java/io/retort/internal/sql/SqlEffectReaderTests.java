package io.retort.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.sql.SqlSyntax;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hand-written SQL of a downgrade does to rows. What is not read is never taken as harmless. */
class SqlEffectReaderTests {

    /** The rows of a condition are counted by running it, which must not change anything. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a = 1 and (b is null or c in (1, 2))                   | true
            lower(a) = 'x' and exists (select 1 from u where u.a = t.a) | true
            a = 'archive(1)'                                       | true
            archive(a)                                             | false
            a > nextval('s')                                       | false
            a > next value for s                                   | false
            "lower" (a) = 'x'                                      | false
            s.lower(a) = 'x' or s.archive (a)                      | false
            (@n := a) > 1                                          | false
            a in (select a from u for update)                      | false
            """)
    void aConditionThatCouldChangeSomethingIsNotRun(String condition, boolean known) {
        assertThat(SqlEffectReader.selection(condition, SqlSyntax.STANDARD).known())
                .isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            delete from t where a = 1                              | DELETE t
            truncate t                                             | DELETE t
            truncate t cascade                                     | DELETE t, UNREAD null
            update t set a = 1                                     | UPDATE t
            update only s.t set (a, b) = (1, 2) where c is null    | UPDATE s.t
            create index i on t (a); delete from u                 | DELETE u
            begin delete from t; end                               | UNREAD null, UNREAD null
            explain analyze delete from t                          | UNREAD null
            with d as (delete from t returning *) select * from d  | UNREAD null
            do 'begin delete from t; end'                          | UNREAD null
            call clean()                                           | UNREAD null
            drop type mood cascade                                 | UNREAD null
            drop view v                                            |
            drop index i                                           |
            drop table if exists t, u                              | DROP_TABLE t, DROP_TABLE u
            alter table t drop column a                            | DROP_COLUMN t
            alter table t rename to u                              | RENAME_TABLE t
            alter table t alter column a type integer              | OTHER_SCHEMA t
            insert into t values (1)                               |
            insert into t values (1) on conflict (a) do update set b = 2 | UPDATE t
            comment on table t is 'delete from t'                  |
            create index i on t (a)                                |
            """)
    void effects(String sql, String expected) {
        String read = SqlEffectReader.read(sql, SqlSyntax.STANDARD).stream()
                .map(effect -> effect.kind() + " " + effect.table())
                .collect(Collectors.joining(", "));
        assertThat(read).isEqualTo(expected == null ? "" : expected);
    }
}
