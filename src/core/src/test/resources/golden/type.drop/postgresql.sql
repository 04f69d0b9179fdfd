drop type mood;

-- reverse
create type mood as enum ('HAPPY', 'SAD');
