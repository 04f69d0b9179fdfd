alter domain mood rename to mood_before;
create domain mood as varchar(6) check (value in ('ELATED', 'HAPPY', 'SO-SO', 'SAD'));
drop domain mood_before;

-- reverse
alter domain mood rename to mood_before;
create domain mood as varchar(5) check (value in ('HAPPY', 'SAD'));
drop domain mood_before;
