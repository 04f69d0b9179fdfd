alter table customer add city varchar(80);
declare @schema sysname = schema_name()
exec sp_addextendedproperty @name = N'MS_Description', @value = N'where they live',
    @level0type = N'SCHEMA', @level0name = @schema,
    @level1type = N'TABLE', @level1name = N'customer',
    @level2type = N'COLUMN', @level2name = N'city';

-- reverse
alter table customer drop column city;
