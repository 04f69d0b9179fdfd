-- in a script:
drop procedure if exists retort_backfill;
delimiter $$
create procedure retort_backfill()
begin
  declare finished int default 0;
  declare unfilled bigint default 0;
  declare waiting varchar(255);
  declare continue handler for not found set finished = 1;
  select name, id into @retort_last_1, @retort_last_2 from customer order by name, id limit 1;
  if finished = 0 then
      update customer set email = lower(name)
        where name <= @retort_last_1 and (name < @retort_last_1 or (name = @retort_last_1 and id <= @retort_last_2)) and (email is null);
      commit;
  end if;
  while finished = 0 do
    set waiting = (select count(*) - 100 from customer
    );
    while waiting > 0 do
      do sleep(1);
      set waiting = (select count(*) - 100 from customer
    );
    end while;
    select name, id into @retort_until_1, @retort_until_2 from customer where name >= @retort_last_1 and (name > @retort_last_1 or (name = @retort_last_1 and id > @retort_last_2)) order by name, id limit 1 offset 1999;
    if finished = 0 then
      update customer set email = lower(name)
        where name >= @retort_last_1 and (name > @retort_last_1 or (name = @retort_last_1 and id > @retort_last_2)) and name <= @retort_until_1 and (name < @retort_until_1 or (name = @retort_until_1 and id <= @retort_until_2)) and (email is null);
      commit;
    else
      update customer set email = lower(name)
        where name >= @retort_last_1 and (name > @retort_last_1 or (name = @retort_last_1 and id > @retort_last_2)) and (email is null);
      commit;
    end if;
    set @retort_last_1 = @retort_until_1;
    set @retort_last_2 = @retort_until_2;
    do sleep(200 / 1000);
  end while;
  select count(*) into unfilled from customer where (email is null);
  if unfilled > 0 then
    signal sqlstate '45000' set message_text = 'The backfill has left rows that are not filled';
  end if;
end$$
delimiter ;
call retort_backfill();
drop procedure retort_backfill;

-- reverse
-- nothing to do
