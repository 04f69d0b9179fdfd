merge into tag using (values (1)) as one_row (n) on word = 'new' when not matched then insert (word) values ('new');

-- reverse
delete from tag where word = 'new';
