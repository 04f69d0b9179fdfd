drop index billing.ix_bill_id;

-- reverse
create index ix_bill_id on billing.bill (id);
