package io.retort.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which statements a block of a script cannot contain. */
class ScriptGuardTests {

    private static final String POSTGRESQL = "jdbc:postgresql://localhost/shop";
    private static final String MYSQL = "jdbc:mysql://localhost/shop";
    private static final String SQLSERVER = "jdbc:sqlserver://localhost";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            create index concurrently i on t (a)            | true
            create unique index concurrently i on t (a)     | true
            -- first \\n create index concurrently i on t (a) | true
            drop index concurrently i                       | true
            reindex (verbose) table concurrently t          | true
            reindex table t                                 | false
            create index i on t (a) where b = 'concurrently' | false
            create index concurrently_used on t (a)         | false
            vacuum t                                        | true
            create database d                               | true
            create table database_of (id int)               | false
            start transaction                               | true
            copy t from stdin                               | true
            copy t from '/tmp/stdin'                        | false
            do $$ begin commit; end $$                      | true
            do $$ begin perform 1; end $$                   | false
            insert into t values ('commit')                 | false
            """)
    void ofPostgreSql(String sql, boolean refused) {
        assertThat(obstacle(POSTGRESQL, sql).isPresent()).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            create procedure p() begin end                               | true
            create or replace definer = 'a b'@'%' procedure p() begin end | true
            create definer=`a`@`b` trigger t before insert on x for each row set new.a = 1 | true
            create definer = current_user() function f() returns int return 1 | true
            create aggregate function f returns string soname 'x'        | true
            drop event e                                                 | true
            lock tables t write                                          | true
            unlock tables                                                | true
            use other                                                    | true
            load data infile 'x' into table t                            | true
            alter view v as select 1                                     | true
            create view v as select 1                                    | false
            create table `procedure` (id int)                            | false
            update t set a = 'use other'                                 | false
            """)
    void ofMySql(String sql, boolean refused) {
        assertThat(obstacle(MYSQL, sql).isPresent()).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            begin tran                       | true
            begin distributed transaction    | true
            begin insert into t values (1) end | false
            create database d                | true
            alter fulltext index on t enable | true
            backup database d to disk = 'x'  | true
            use d                            | true
            create table t (id int)          | false
            """)
    void ofSqlServer(String sql, boolean refused) {
        assertThat(obstacle(SQLSERVER, sql).isPresent()).isEqualTo(refused);
    }

    private static Optional<String> obstacle(String url, String sql) {
        return Dialects.ofUrl(url).scriptGuard().orElseThrow().obstacle(sql.replace("\\n", "\n"));
    }
}
