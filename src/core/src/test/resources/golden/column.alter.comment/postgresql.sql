comment on column customer.email is E'a \\ backslash, an ''apostrophe''';

-- reverse
comment on column customer.email is null;
