-- outside a transaction
alter table customer drop constraint customer_state_check, add constraint customer_state_check check (state in ('NEW', 'HELD', 'DONE')) not valid;
-- outside a transaction
alter table customer validate constraint customer_state_check;

-- reverse
-- outside a transaction
alter table customer drop constraint customer_state_check, add constraint customer_state_check check (state in ('NEW', 'DONE')) not valid;
-- outside a transaction
alter table customer validate constraint customer_state_check;
