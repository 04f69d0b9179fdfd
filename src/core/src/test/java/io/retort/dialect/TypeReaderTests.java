package io.retort.dialect;

import static io.retort.schema.SqlType.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.dialect.Dialects;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeReaderTests {

    private final Dialect postgres = Dialects.named("postgresql");
    private final Dialect mysql = Dialects.named("mysql");
    private final Dialect sqlserver = Dialects.named("sqlserver");
    private final Dialect h2 = Dialects.named("h2");

    @Test
    void aNameIsReadAsTheTypeThatAPersonWouldName() {
        assertThat(postgres.readType("varchar(255)")).contains(SqlType.varchar(255));
        assertThat(postgres.readType("smallint")).contains(of(Kind.SMALLINT));
        assertThat(postgres.readType("float4")).contains(SqlType.floating(24));
        assertThat(postgres.readType("float(53)")).contains(SqlType.floating(53));
        assertThat(postgres.readType("numeric(38,2)")).contains(SqlType.numeric(38, 2));
        assertThat(postgres.readType("timestamp(6) with time zone")).contains(SqlType.timestampWithTimeZone(6));
        assertThat(postgres.readType("jsonb")).contains(of(Kind.JSON));
        assertThat(postgres.readType("varchar(20) array")).contains(SqlType.arrayOf(SqlType.varchar(20)));
        assertThat(mysql.readType("bit")).contains(of(Kind.BOOLEAN));
        assertThat(mysql.readType("datetime(6)")).contains(SqlType.timestamp(6));
        assertThat(mysql.readType("longtext")).contains(of(Kind.CLOB));
        assertThat(postgres.readType("text")).contains(of(Kind.TEXT));
        assertThat(mysql.readType("binary(16)")).contains(SqlType.binary(16));
        assertThat(mysql.readType("varchar(20) character set utf8mb4")).contains(SqlType.nvarchar(20));
        assertThat(mysql.readType("enum ('A','it''s')")).contains(SqlType.enumOf(List.of("A", "it's")));
        assertThat(sqlserver.readType("bit")).contains(of(Kind.BOOLEAN));
        assertThat(sqlserver.readType("nvarchar(20)")).contains(SqlType.nvarchar(20));
        assertThat(sqlserver.readType("datetime2(6)")).contains(SqlType.timestamp(6));
        assertThat(sqlserver.readType("varchar(max)")).contains(of(Kind.CLOB));
        assertThat(h2.readType("interval second(18,9)")).contains(SqlType.interval(18, 9));
    }

    @Test
    void aNameIsReadAsHibernateMeansItInTheSmallOnes() {
        Dialect hsqldb = Dialects.named("hsqldb");
        Dialect sqlite = Dialects.named("sqlite");

        assertThat(hsqldb.readType("timestamp(6)")).contains(SqlType.timestamp(6));
        assertThat(hsqldb.readType("binary(16)")).contains(SqlType.binary(16));
        assertThat(hsqldb.readType("varchar(20) array")).contains(SqlType.arrayOf(SqlType.varchar(20)));
        assertThat(hsqldb.readType("nvarchar(20)")).contains(SqlType.nvarchar(20));
        assertThat(sqlite.readType("varchar(20)")).contains(SqlType.varchar(20));
        assertThat(sqlite.readType("timestamp")).contains(of(Kind.TIMESTAMP));
        assertThat(sqlite.readType("text")).isEmpty();
    }

    @Test
    void aNameThatCouldMeanSeveralTypesIsNotRead() {
        assertThat(postgres.readType("oid")).as("a text or bytes, kept apart").isEmpty();
        assertThat(postgres.readType("bytea")).as("bytes of no known length").isEmpty();
    }

    @Test
    void aNameThatTheProductGivesToNoKindIsNotRead() {
        assertThat(postgres.readType("tsvector")).isEmpty();
        assertThat(postgres.readType("decimal(10,2)")).isEmpty();
        assertThat(mysql.readType("timestamp(6)")).isEmpty();
        assertThat(sqlserver.readType("datetime")).isEmpty();
        assertThat(mysql.readType("tinyint(1)")).isEmpty();
        assertThat(h2.readType("enum ('A', B)")).isEmpty();
        assertThat(postgres.readType("")).isEmpty();
    }
}
