create table every_type (
    c_bool bit,
    c_tinyint smallint,
    c_smallint smallint,
    c_integer int,
    c_bigint bigint,
    c_real real,
    c_double float,
    c_float float(53),
    c_numeric numeric(38,2),
    c_char char(3),
    c_varchar varchar(255),
    c_nchar nchar(3),
    c_nvarchar nvarchar(255),
    c_clob varchar(max),
    c_nclob nvarchar(max),
    c_binary binary(16),
    c_varbinary varbinary(255),
    c_blob varbinary(max),
    c_date date,
    c_time time,
    c_time_zone datetimeoffset(0),
    c_timestamp datetime2(6),
    c_timestamp_zone datetimeoffset(6),
    c_uuid uniqueidentifier,
    c_json nvarchar(max),
    c_xml xml,
    c_inet varbinary(19),
    c_enum varchar(255) constraint every_type_c_enum_check check (c_enum in ('NEW', 'it''s')),
    c_array xml
);

-- reverse
drop table every_type;
