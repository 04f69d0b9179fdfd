drop index billing.ix_bill_id;

-- reverse
create index billing.ix_bill_id on bill (id);
