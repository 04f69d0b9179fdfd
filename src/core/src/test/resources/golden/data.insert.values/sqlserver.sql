-- rows: 1
insert into sample_values (id, price, active, born, seen, moment, picture, note) values (cast('0f14d0ab-9605-4a62-a9e4-5ed26688389b' as uniqueidentifier), 12.50, 1, cast('1815-12-10' as date), cast('2026-11-22 10:15:30.123456' as datetime2), cast('2026-11-22 10:15:30+00:00' as datetimeoffset), 0x00ff5c27, 'it''s a \ and
a line');

-- reverse
-- rows: 1
delete from sample_values where id = cast('0f14d0ab-9605-4a62-a9e4-5ed26688389b' as uniqueidentifier) and price = 12.50 and active = 1 and born = cast('1815-12-10' as date) and seen = cast('2026-11-22 10:15:30.123456' as datetime2) and moment = cast('2026-11-22 10:15:30+00:00' as datetimeoffset) and picture = 0x00ff5c27 and note = 'it''s a \ and
a line';
