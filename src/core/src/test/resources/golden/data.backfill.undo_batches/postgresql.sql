-- in a script:
-- One update of all rows: this script has no batches, because the product's client cannot loop or the key of the table is unknown.
update customer set email = lower(name)
where email is null;

-- reverse
-- in a script:
-- One update of all rows: this script has no batches, because the product's client cannot loop or the key of the table is unknown.
update customer set email = null
where email is not null;
