drop type mood;

-- reverse
none
