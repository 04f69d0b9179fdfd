alter domain mood rename to mood_before;
create domain mood as enum ('ELATED', 'HAPPY', 'SO-SO', 'SAD');
drop domain mood_before;

-- reverse
alter domain mood rename to mood_before;
create domain mood as enum ('HAPPY', 'SAD');
drop domain mood_before;
