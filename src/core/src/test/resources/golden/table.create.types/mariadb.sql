create table every_type (
    c_bool bit,
    c_tinyint tinyint,
    c_smallint smallint,
    c_integer integer,
    c_bigint bigint,
    c_real real,
    c_double double precision,
    c_float float(53),
    c_numeric decimal(38,2),
    c_char varchar(3),
    c_varchar varchar(255),
    c_nchar varchar(3) character set utf8mb4,
    c_nvarchar varchar(255) character set utf8mb4,
    c_clob longtext,
    c_nclob longtext character set utf8mb4,
    c_binary binary(16),
    c_varbinary varbinary(255),
    c_blob longblob,
    c_date date,
    c_time time(0),
    c_time_zone time(0),
    c_timestamp datetime(6),
    c_timestamp_zone datetime(6),
    c_uuid uuid,
    c_json json,
    c_xml longtext,
    c_inet varbinary(19),
    c_enum enum ('NEW','it''s'),
    c_array json
) engine=InnoDB;

-- reverse
drop table every_type;
