drop domain mood;

-- reverse
create domain mood as varchar(5) check (value in ('HAPPY', 'SAD'));
