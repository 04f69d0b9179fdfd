create table every_type (
    c_bool boolean,
    c_tinyint tinyint,
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
    c_nvarchar nvarchar(255),
    c_clob clob,
    c_nclob clob,
    c_binary binary(16),
    c_varbinary varbinary(255),
    c_blob blob,
    c_date date,
    c_time time(0),
    c_time_zone time(0),
    c_timestamp timestamp(6),
    c_timestamp_zone timestamp(6),
    c_uuid binary(16),
    c_json clob,
    c_xml clob,
    c_inet varbinary(19),
    c_enum varchar(255) constraint every_type_c_enum_check check (c_enum in ('NEW', 'it''s')),
    c_array varchar(20) array
);

-- reverse
drop table every_type;
