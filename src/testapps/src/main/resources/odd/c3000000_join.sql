-- revision: c3000000
-- parent: a1000000, b2000000
-- message: join

-- upgrade
-- downgrade
