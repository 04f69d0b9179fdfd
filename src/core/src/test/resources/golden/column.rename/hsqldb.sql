alter table customer alter column email rename to mail;

-- reverse
alter table customer alter column mail rename to email;
