alter domain mood rename to mood_before;
create domain mood as enum ('HAPPY');
alter table person alter column mood set data type mood;
drop domain mood_before;

-- reverse
alter domain mood rename to mood_before;
create domain mood as enum ('HAPPY', 'SAD');
alter table person alter column mood set data type mood;
drop domain mood_before;
