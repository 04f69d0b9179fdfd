-- Java code

-- reverse
none
