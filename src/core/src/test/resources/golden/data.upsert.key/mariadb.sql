insert into tag (word) select 'new' from dual where not exists (select 1 from tag where word = 'new');

-- reverse
delete from tag where word = 'new';
