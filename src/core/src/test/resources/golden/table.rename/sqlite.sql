alter table customer rename to client;

-- reverse
alter table client rename to customer;
