rename table customer_seq to client_seq;

-- reverse
rename table client_seq to customer_seq;
