alter sequence customer_seq rename to client_seq;

-- reverse
alter sequence client_seq rename to customer_seq;
