drop index ix_bill_id on billing.bill;

-- reverse
create index ix_bill_id on billing.bill (id);
