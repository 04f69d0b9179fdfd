declare @schema sysname = schema_name()
exec sp_addextendedproperty @name = N'MS_Description', @value = N'a \ backslash, an ''apostrophe''',
    @level0type = N'SCHEMA', @level0name = @schema,
    @level1type = N'TABLE', @level1name = N'customer',
    @level2type = N'COLUMN', @level2name = N'email';

-- reverse
declare @schema sysname = schema_name()
exec sp_dropextendedproperty @name = N'MS_Description',
    @level0type = N'SCHEMA', @level0name = @schema,
    @level1type = N'TABLE', @level1name = N'customer',
    @level2type = N'COLUMN', @level2name = N'email';
