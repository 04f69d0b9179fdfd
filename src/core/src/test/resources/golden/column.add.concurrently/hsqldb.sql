alter table customer add column state varchar(255) constraint customer_state_check check (state in ('NEW', 'DONE'));

-- reverse
alter table customer drop column state;
