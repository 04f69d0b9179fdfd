alter table customer drop constraint customer_state_check;
alter table customer add constraint customer_state_check check (state in ('NEW', 'HELD', 'DONE'));

-- reverse
alter table customer drop constraint customer_state_check;
alter table customer add constraint customer_state_check check (state in ('NEW', 'DONE'));
