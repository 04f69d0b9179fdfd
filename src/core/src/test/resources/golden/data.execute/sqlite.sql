update customer set email = lower(email);

-- reverse
none
