-- in a script:
do $backfill$
declare
    retort_last customer%rowtype;
    retort_until customer%rowtype;
    retort_more boolean;
    retort_left bigint;
    retort_wait text;
begin
    select * into retort_last from customer order by name, id limit 1;
    retort_more := found;
    update customer set email = lower(name)
        where (name, id) <= (retort_last.name, retort_last.id) and (email is null);
    commit;
    while retort_more loop
    loop
        retort_wait := (select count(*) - 100 from customer
        )::text;
        exit when retort_wait is null or retort_wait !~ '^(true|t|0*[1-9][0-9]*)$';
        perform pg_sleep(1);
    end loop;
    select * into retort_until from customer where (name, id) > (retort_last.name, retort_last.id) order by name, id offset 1999 limit 1;
    retort_more := found;
    if retort_more then
    update customer set email = lower(name)
        where (name, id) > (retort_last.name, retort_last.id) and (name, id) <= (retort_until.name, retort_until.id) and (email is null);
    commit;
    else
    update customer set email = lower(name)
        where (name, id) > (retort_last.name, retort_last.id) and (email is null);
    commit;
    end if;
    retort_last := retort_until;
    perform pg_sleep(200 / 1000.0);
    end loop;
    select count(*) into retort_left from customer where (email is null);
    if retort_left > 0 then
        raise exception '% rows of % are not filled', retort_left, 'customer';
    end if;
end
$backfill$;

-- reverse
-- nothing to do
