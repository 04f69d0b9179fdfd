rename table customer to client;

-- reverse
rename table client to customer;
