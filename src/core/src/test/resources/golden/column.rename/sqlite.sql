alter table customer rename column email to mail;

-- reverse
alter table customer rename column mail to email;
