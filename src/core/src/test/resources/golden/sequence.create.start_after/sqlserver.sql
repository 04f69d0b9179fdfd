create sequence customer_seq start with 1 increment by 50;
declare @restart nvarchar(400) = 'alter sequence customer_seq restart with ' + cast((select max(number) from (values (1), ((select max(id) from customer) + 50)) as numbers (number)) as nvarchar(20)); exec sp_executesql @restart;

-- reverse
drop sequence customer_seq;
