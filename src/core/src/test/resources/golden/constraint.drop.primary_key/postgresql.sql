alter table customer drop constraint customer_pkey;

-- reverse
alter table customer add primary key (id);
