alter table customer modify column email varchar(255) comment 'a \\ backslash, an ''apostrophe''';

-- reverse
alter table customer modify column email varchar(255);
