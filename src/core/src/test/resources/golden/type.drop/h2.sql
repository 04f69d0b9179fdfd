drop domain mood;

-- reverse
create domain mood as enum ('HAPPY', 'SAD');
