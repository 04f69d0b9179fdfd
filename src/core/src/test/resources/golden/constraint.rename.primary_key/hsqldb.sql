alter constraint pk_old rename to pk_tag;

-- reverse
alter constraint pk_tag rename to pk_old;
