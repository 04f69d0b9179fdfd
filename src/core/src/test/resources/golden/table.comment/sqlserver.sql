declare @schema sysname = schema_name()
exec sp_addextendedproperty @name = N'MS_Description', @value = N'People who buy',
    @level0type = N'SCHEMA', @level0name = @schema,
    @level1type = N'TABLE', @level1name = N'customer';

-- reverse
declare @schema sysname = schema_name()
exec sp_dropextendedproperty @name = N'MS_Description',
    @level0type = N'SCHEMA', @level0name = @schema,
    @level1type = N'TABLE', @level1name = N'customer';
