create domain mood as varchar(5) check (value in ('HAPPY', 'SAD'));

-- reverse
drop domain mood;
