create domain mood as enum ('HAPPY', 'SAD');

-- reverse
drop domain mood;
