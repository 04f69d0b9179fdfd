insert into tag (word) values ('new')
on conflict (word) do nothing;

-- reverse
delete from tag where word = 'new';
