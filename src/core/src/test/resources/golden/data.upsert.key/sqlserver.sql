if not exists (select 1 from tag where word = 'new') insert into tag (word) values ('new');

-- reverse
delete from tag where word = 'new';
