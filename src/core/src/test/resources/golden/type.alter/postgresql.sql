-- outside a transaction
alter type mood add value 'ELATED' before 'HAPPY';
-- outside a transaction
alter type mood add value 'SO-SO' after 'HAPPY';

-- reverse
alter type mood rename to mood_before;
create type mood as enum ('HAPPY', 'SAD');
drop type mood_before;
