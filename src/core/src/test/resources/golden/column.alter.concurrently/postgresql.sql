-- outside a transaction
alter table customer alter column email type varchar(320);
-- outside a transaction
alter table customer alter column email set default 'unknown';
-- outside a transaction
alter table customer add constraint retort_not_null_email check (email is not null) not valid;
-- outside a transaction
alter table customer validate constraint retort_not_null_email;
-- outside a transaction
alter table customer alter column email set not null;
-- outside a transaction
alter table customer drop constraint retort_not_null_email;

-- reverse
alter table customer alter column email drop default;
alter table customer alter column email type varchar(255);
alter table customer alter column email drop not null;
