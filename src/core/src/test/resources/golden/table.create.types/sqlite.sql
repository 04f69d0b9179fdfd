create table every_type (
    c_bool boolean,
    c_tinyint tinyint,
    c_smallint smallint,
    c_integer integer,
    c_bigint bigint,
    c_real real,
    c_double double precision,
    c_float float,
    c_numeric numeric(38,2),
    c_char char(3),
    c_varchar varchar(255),
    c_nchar char(3),
    c_nvarchar varchar(255),
    c_clob clob,
    c_nclob clob,
    c_binary blob,
    c_varbinary blob,
    c_blob blob,
    c_date date,
    c_time time(0),
    c_time_zone time,
    c_timestamp timestamp,
    c_timestamp_zone timestamp,
    c_uuid blob,
    c_json clob,
    c_xml clob,
    c_inet blob,
    c_enum varchar(255) check (c_enum in ('NEW', 'it''s')),
    c_array blob
);

-- reverse
drop table every_type;
