drop domain mood;

-- reverse
none
