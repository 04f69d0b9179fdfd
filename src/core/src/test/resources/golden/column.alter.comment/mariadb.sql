-- refused: The comment "a \ backslash, an 'apostrophe'" has a backslash, which a session reads as its sql_mode says, and no session is known here.
-- Leave the backslash out, or write the revision in Java and run it with a connection: the command `upgrade`.

-- reverse
alter table customer modify column email varchar(255);
