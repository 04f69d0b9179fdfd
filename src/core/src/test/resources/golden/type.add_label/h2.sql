-- refused: H2 cannot add label it's complicated to enum type mood: a domain stays as it was created.
-- Create a type with all labels under another name, change the columns to it, and drop this one.

-- reverse
none
