comment on column customer.email is 'a \ backslash, an ''apostrophe''';

-- reverse
comment on column customer.email is '';
