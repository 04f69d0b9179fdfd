-- refused: The comment "a \ backslash, an 'apostrophe'" has a backslash, whose meaning depends on the sql_mode of the session, and without a connection there is no session.
-- Remove the backslash, or write the revision in Java and run it with a connection: the command `upgrade`.

-- reverse
alter table customer modify column email varchar(255);
