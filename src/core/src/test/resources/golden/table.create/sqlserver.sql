create table invoice (
    id bigint identity not null,
    number varchar(20) not null,
    customer_id bigint not null,
    state varchar(10) default 'new' not null,
    total numeric(10,2) default 0.00 not null,
    paid bit default 0 not null,
    created datetime2(6) default current_timestamp(6),
    constraint pk_invoice primary key (id),
    constraint uk_invoice_number unique (number),
    constraint fk_invoice_customer foreign key (customer_id) references customer (id) on delete cascade,
    constraint ck_invoice_total check (total >= 0)
);
declare @schema sysname = schema_name()
exec sp_addextendedproperty @name = N'MS_Description', @value = N'What customers owe us; it''s all here',
    @level0type = N'SCHEMA', @level0name = @schema,
    @level1type = N'TABLE', @level1name = N'invoice';
declare @schema sysname = schema_name()
exec sp_addextendedproperty @name = N'MS_Description', @value = N'as printed',
    @level0type = N'SCHEMA', @level0name = @schema,
    @level1type = N'TABLE', @level1name = N'invoice',
    @level2type = N'COLUMN', @level2name = N'number';

-- reverse
drop table invoice;
