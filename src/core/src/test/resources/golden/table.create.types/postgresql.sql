create table every_type (
    c_bool boolean,
    c_tinyint smallint,
    c_smallint smallint,
    c_integer integer,
    c_bigint bigint,
    c_real real,
    c_double double precision,
    c_float float(53),
    c_numeric numeric(38,2),
    c_char char(3),
    c_varchar varchar(255),
    c_nchar char(3),
    c_nvarchar varchar(255),
    c_clob oid,
    c_nclob oid,
    c_binary bytea,
    c_varbinary bytea,
    c_blob oid,
    c_date date,
    c_time time(0),
    c_time_zone time(0) with time zone,
    c_timestamp timestamp(6),
    c_timestamp_zone timestamp(6) with time zone,
    c_uuid uuid,
    c_json jsonb,
    c_xml xml,
    c_inet inet,
    c_enum varchar(255) check (c_enum in ('NEW', 'it''s')),
    c_array varchar(20) array
);

-- reverse
drop table every_type;
