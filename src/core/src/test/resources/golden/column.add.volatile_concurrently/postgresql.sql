-- outside a transaction
alter table customer add column token uuid;
-- outside a transaction
alter table customer alter column token set default gen_random_uuid();
-- outside a transaction
do $retort$
declare page bigint; pages bigint; step bigint := 10; changed bigint; filled bigint; begun timestamptz;
begin
  loop
    with recursive part (oid) as (
      select 'customer'::regclass::oid
      union all select inhrelid from pg_inherits join part on inhparent = oid)
    select max(pg_relation_size(oid)) / current_setting('block_size')::bigint into pages from part;
    page := 0;
    filled := 0;
    while page < pages loop
      begun := clock_timestamp();
      update customer set token = default where token is null
        and ctid >= ('(' || page || ',0)')::tid and ctid < ('(' || (page + step) || ',0)')::tid;
      get diagnostics changed = row_count;
      commit;
      filled := filled + changed;
      page := page + step;
      if clock_timestamp() - begun > interval '100 ms' then
        step := greatest(step / 2, 1);
      elsif clock_timestamp() - begun < interval '50 ms' then
        step := least(step * 2, 1000);
      end if;
    end loop;
    exit when filled = 0;
  end loop;
end $retort$;
-- outside a transaction
alter table customer add constraint retort_not_null_token check (token is not null) not valid;
-- outside a transaction
alter table customer validate constraint retort_not_null_token;
-- outside a transaction
alter table customer alter column token set not null;
-- outside a transaction
alter table customer drop constraint retort_not_null_token;

-- reverse
alter table customer drop column token;
