-- outside a transaction
alter type mood add value 'it''s complicated';

-- reverse
none
