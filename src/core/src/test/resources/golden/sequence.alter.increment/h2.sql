alter sequence customer_seq increment by 10;
alter sequence customer_seq restart with case when (select base_value from information_schema.sequences where sequence_name = 'CUSTOMER_SEQ' and sequence_schema = current_schema) = 1 then 1 else greatest(1, (select base_value from information_schema.sequences where sequence_name = 'CUSTOMER_SEQ' and sequence_schema = current_schema) - 40) end;

-- reverse
alter sequence customer_seq increment by 50;
alter sequence customer_seq restart with case when (select base_value from information_schema.sequences where sequence_name = 'CUSTOMER_SEQ' and sequence_schema = current_schema) = 1 then 1 else greatest(1, (select base_value from information_schema.sequences where sequence_name = 'CUSTOMER_SEQ' and sequence_schema = current_schema) + 40) end;
