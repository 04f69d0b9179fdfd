-- rows: 1
insert into sample_values (id, price, active, born, seen, moment, picture, note) values (uuid '0f14d0ab-9605-4a62-a9e4-5ed26688389b', 12.50, true, date '1815-12-10', timestamp '2026-11-22 10:15:30.123456', timestamp with time zone '2026-11-22 10:15:30+00:00', bytea E'\\x00ff5c27', E'it''s a \\ and
a line');

-- reverse
-- rows: 1
delete from sample_values where id = uuid '0f14d0ab-9605-4a62-a9e4-5ed26688389b' and price = 12.50 and active = true and born = date '1815-12-10' and seen = timestamp '2026-11-22 10:15:30.123456' and moment = timestamp with time zone '2026-11-22 10:15:30+00:00' and picture = bytea E'\\x00ff5c27' and note = E'it''s a \\ and
a line';
