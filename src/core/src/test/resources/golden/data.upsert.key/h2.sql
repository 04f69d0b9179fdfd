merge into tag (word) key (word) values ('new');

-- reverse
delete from tag where word = 'new';
