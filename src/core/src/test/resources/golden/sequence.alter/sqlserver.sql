alter sequence customer_seq increment by 1 maxvalue 5000 cache 10 cycle;

-- reverse
alter sequence customer_seq increment by 50 no maxvalue cache no cycle;
