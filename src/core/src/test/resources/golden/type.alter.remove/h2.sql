alter domain mood rename to mood_before;
create domain mood as varchar(5) check (value in ('HAPPY'));
alter table person alter column mood set data type mood;
drop domain mood_before;

-- reverse
alter domain mood rename to mood_before;
create domain mood as varchar(5) check (value in ('HAPPY', 'SAD'));
alter table person alter column mood set data type mood;
drop domain mood_before;
