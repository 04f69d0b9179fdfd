create type mood as enum ('HAPPY', 'SAD');

-- reverse
drop type mood;
