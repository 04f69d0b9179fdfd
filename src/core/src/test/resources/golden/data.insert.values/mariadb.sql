-- rows: 1
insert into sample_values (id, price, active, born, seen, moment, picture, note) values ('0f14d0ab-9605-4a62-a9e4-5ed26688389b', 12.50, true, date '1815-12-10', timestamp '2026-11-22 10:15:30.123456', timestamp '2026-11-22 10:15:30', x'00ff5c27', _utf8mb4 x'697427732061205c20616e640a61206c696e65');

-- reverse
-- rows: 1
delete from sample_values where id = '0f14d0ab-9605-4a62-a9e4-5ed26688389b' and price = 12.50 and active = true and born = date '1815-12-10' and seen = timestamp '2026-11-22 10:15:30.123456' and moment = timestamp '2026-11-22 10:15:30' and picture = x'00ff5c27' and note = _utf8mb4 x'697427732061205c20616e640a61206c696e65';
