alter table customer drop constraint customer_state_check;
alter table customer alter column state set data type varchar(20);
alter table customer add constraint customer_state_check check (state in ('NEW', 'HELD', 'DONE'));

-- reverse
alter table customer drop constraint customer_state_check;
alter table customer alter column state set data type varchar(255);
alter table customer add constraint customer_state_check check (state in ('NEW', 'DONE'));
