alter type mood rename to mood_before;
create type mood as enum ('HAPPY');
alter table person alter column mood drop default;
alter table person alter column mood type mood using mood::text::mood;
alter table person alter column mood set default 'HAPPY';
drop type mood_before;

-- reverse
-- outside a transaction
alter type mood add value 'SAD' after 'HAPPY';
