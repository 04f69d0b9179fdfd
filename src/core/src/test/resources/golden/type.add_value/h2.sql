-- refused: H2 cannot add value it's complicated to enum type mood: a domain cannot be changed.
-- Create a type with all values under another name, change the columns to it, and drop this one.

-- reverse
none
