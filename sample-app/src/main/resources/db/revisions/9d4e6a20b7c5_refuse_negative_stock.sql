-- revision: 9d4e6a20b7c5
-- parent: c7e20b9f4a16
-- message: refuse a negative stock
-- created: 2026-03-20T16:20:07Z

-- upgrade
update medicine set stock = 0 where stock < 0;

alter table medicine add constraint ck_medicine_stock check (stock >= 0);
-- means: addConstraint("medicine", check("ck_medicine_stock", "stock >= 0"));

-- downgrade
alter table medicine drop constraint ck_medicine_stock;
