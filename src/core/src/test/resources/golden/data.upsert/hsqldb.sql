merge into customer using (values (1)) as one_row (n) on id = 1 when matched then update set name = 'Ada', email = 'ada@x.org' when not matched then insert (id, name, email) values (1, 'Ada', 'ada@x.org');
merge into customer using (values (1)) as one_row (n) on id = 2 when matched then update set name = 'Bob', email = null when not matched then insert (id, name, email) values (2, 'Bob', null);

-- reverse
none
