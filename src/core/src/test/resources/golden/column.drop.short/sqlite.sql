alter table customer drop column email;

-- reverse
none
