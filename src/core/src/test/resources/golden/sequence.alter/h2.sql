alter sequence customer_seq increment by 1 maxvalue 5000 cache 10 cycle;
alter sequence customer_seq restart with greatest(1, (select base_value from information_schema.sequences where sequence_name = 'CUSTOMER_SEQ' and sequence_schema = current_schema) - 49);

-- reverse
alter sequence customer_seq increment by 50 no maxvalue cache 32 no cycle;
alter sequence customer_seq restart with greatest(1, (select base_value from information_schema.sequences where sequence_name = 'CUSTOMER_SEQ' and sequence_schema = current_schema) + 49);
