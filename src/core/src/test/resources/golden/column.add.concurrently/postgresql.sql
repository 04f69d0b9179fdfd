-- outside a transaction
alter table customer add column state varchar(255);
-- outside a transaction
alter table customer add constraint customer_state_check check (state in ('NEW', 'DONE')) not valid;
-- outside a transaction
alter table customer validate constraint customer_state_check;

-- reverse
alter table customer drop column state;
